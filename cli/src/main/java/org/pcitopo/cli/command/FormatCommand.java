package org.pcitopo.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.cli.input.Output;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.report.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo format}: lays files out anew. */
@Command(name = "format",
        description = "Format files in place; a file that is formatted already is not touched.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done; with --check all files are formatted", "1:with --check some are not",
            "2:wrong usage or unreadable input"})
final class FormatCommand implements Callable<Integer> {

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "FILE", arity = "1..*",
            description = "A .pcitopo file, a folder to search for such files, or - to format standard input to standard output.")
    private List<String> names;

    @Option(names = "--check", description = "Change nothing; name the files that are not formatted.")
    private boolean check;

    FormatCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        Language formatter = language.get();
        List<SourceFile> files = new SourceFiles(io).read(names);
        int status = ExitStatus.CLEAN;
        for (SourceFile file : files) {
            String formatted = formatter.format(file);
            boolean changed = !formatted.equals(file.text());
            if (check && changed) {
                io.out().println(file.name());
                status = ExitStatus.FINDINGS;
            } else if (!check && file.path().isEmpty()) {
                io.out().print(formatted);
            } else if (!check && changed) {
                Output.replace(file.name(), file.path().orElseThrow(), formatted);
            }
        }
        return status;
    }
}
