package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;

/**
 * The kernel's messages in a source.
 *
 * @param lines the messages in order
 * @param diffHeader the name of the old side where the source is a diff of two logs
 * @param remarks what was left out
 */
record LogLines(List<LogLine> lines, Optional<LogLine> diffHeader, List<Remark> remarks) {

    private static final Pattern PCI_MESSAGE = Pattern.compile("^\\S+ [0-9a-f]{4,8}:[0-9a-f]{2}(?::[0-9a-f]{2}\\.[0-7])?: .*");

    static LogLines of(SourceText source) {
        List<LogLine> stripped = new ArrayList<>(source.lines().size());
        for (SourceLine line : source.lines()) {
            stripped.add(LinePrefix.strip(line));
        }
        boolean oldSide = stripped.stream().anyMatch(line -> isPci(line, '-'));
        boolean newSide = stripped.stream().anyMatch(line -> isPci(line, '+'));
        List<Remark> remarks = new ArrayList<>();
        Optional<LogLine> header = Optional.empty();
        if (oldSide && newSide) {
            LogLine first = stripped.stream().filter(line -> isPci(line, '+')).findFirst().orElseThrow();
            remarks.add(new Remark(first.file(), first.number(),
                    "this is a diff of two logs; the old side (lines with -) is read, the new side is left out"));
            header = source.lines().stream().filter(line -> line.text().startsWith("--- ")).findFirst()
                    .map(LinePrefix::strip);
            stripped.removeIf(line -> line.diff() == '+');
        }
        stripped.stream().filter(LogLines::isComment).findFirst()
                .ifPresent(line -> remarks.add(new Remark(line.file(), line.number(), Remark.TWO_KERNELS)));
        return new LogLines(WrappedLines.join(stripped), header, remarks);
    }

    private static boolean isComment(LogLine line) {
        return line.text().startsWith("//") && PCI_MESSAGE.matcher(line.text().substring(2).strip()).matches();
    }

    private static boolean isPci(LogLine line, char side) {
        return line.diff() == side && PCI_MESSAGE.matcher(line.text()).matches();
    }
}
