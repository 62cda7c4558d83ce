package org.pcitopo.eclipse.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.Platform;

/** The workbench's log: whatever the plug-in throws or logs as an error is a defect. */
final class WorkbenchLog {

    private static final Pattern ENTRY = Pattern.compile("(?m)^!ENTRY ");
    private static final Pattern ERROR = Pattern.compile("org\\.pcitopo\\S* 4 .*", Pattern.DOTALL);

    private WorkbenchLog() {
    }

    /** The entries that tell of a defect of the plug-in, each with its beginning. */
    static List<String> defects() throws IOException {
        Path log = Platform.getLogFileLocation().toPath();
        List<String> defects = new ArrayList<>();
        if (Files.exists(log)) {
            Arrays.stream(ENTRY.split(Files.readString(log))).skip(1).filter(WorkbenchLog::isDefect)
                    .forEach(entry -> defects.add(entry.lines().limit(30).reduce("", (all, line) -> all + line + "\n")));
        }
        return defects;
    }

    private static boolean isDefect(String entry) {
        return ERROR.matcher(entry).matches() || entry.lines().anyMatch(line -> line.startsWith("\tat org.pcitopo.eclipse.") && !line.contains(".eclipse.check."));
    }
}
