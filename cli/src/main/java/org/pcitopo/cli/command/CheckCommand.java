package org.pcitopo.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.cli.input.Baseline;
import org.pcitopo.cli.input.FolderWatch;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.render.CheckJson;
import org.pcitopo.cli.render.CheckText;
import org.pcitopo.cli.render.GithubAnnotations;
import org.pcitopo.cli.render.JunitReport;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.render.SarifReport;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Severity;
import org.pcitopo.cli.report.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo check}: problems and expectations of files. */
@Command(name = "check",
        description = "Validate files, simulate every boot in them and evaluate every expectation.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:clean", "1:findings at or above the threshold", "2:wrong usage or unreadable input"})
final class CheckCommand implements Callable<Integer> {

    /** The code of the problem that says that a rule of ours failed. */
    private static final String OWN_FAILURE = "PCI099";

    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    /** What {@code --format} takes. */
    enum Format {
        TEXT, JSON, SARIF, GITHUB, JUNIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What {@code --fail-on} takes. */
    enum FailOn {
        ERROR, WARNING, INFO, NEVER;

        boolean includes(Problem problem) {
            return this != NEVER && problem.severity().atLeast(Severity.valueOf(name()));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "PATH", arity = "1..*",
            description = "A .pcitopo file, a folder to search for such files, or - for standard input.")
    private List<String> paths;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error",
            description = "The mildest severity that makes the exit status 1: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private FailOn failOn;

    @Option(names = "--baseline", paramLabel = "FILE",
            description = "Leave out the problems that FILE lists, which is what 'check --format json' printed earlier.")
    private Optional<String> baseline;

    @Option(names = "--watch", description = "Go on: check again whenever a file changes, until interrupted.")
    private boolean watch;

    CheckCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() throws IOException {
        Language once = language.get();
        if (!watch) {
            return check(once, baseline());
        }
        if (paths.contains(SourceFiles.STANDARD_INPUT)) {
            throw new UserError("standard input cannot be watched; name files or folders");
        }
        return watch(once);
    }

    private int check(Language checker, Baseline known) throws IOException {
        List<SourceFile> files = new SourceFiles(io).read(paths);
        CheckReport report;
        try (Progress progress = Progress.start(io, "checking " + files.size() + (files.size() == 1 ? " file" : " files"))) {
            report = known.without(checker.check(files, io.workingDirectory()));
        }
        render(checker, report);
        if (report.problems().stream().anyMatch(problem -> problem.code().equals(OWN_FAILURE))) {
            return ExitStatus.INTERNAL;
        }
        return report.problems().stream().anyMatch(failOn::includes) ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private int watch(Language checker) throws IOException {
        FolderWatch folders = new FolderWatch(paths.stream().map(io::resolve).toList());
        do {
            if (io.outIsTerminal()) {
                io.out().print(CLEAR_SCREEN);
            }
            try {
                check(checker, baseline());
            } catch (UserError e) {
                io.out().println("pcitopo: " + e.getMessage());
            }
            io.out().flush();
        } while (folders.awaitChange());
        return ExitStatus.CLEAN;
    }

    private Baseline baseline() {
        return baseline.map(name -> Baseline.read(name, io.resolve(name))).orElse(Baseline.NONE);
    }

    private void render(Language checker, CheckReport report) throws IOException {
        switch (format) {
            case TEXT -> CheckText.write(io.out(), Palette.forOutput(io), report);
            case JSON -> CheckJson.write(io.out(), report);
            case SARIF -> SarifReport.write(io.out(), report, checker.rules(), Version.number());
            case GITHUB -> GithubAnnotations.write(io.out(), report);
            case JUNIT -> JunitReport.write(io.out(), report, failOn::includes);
        }
    }
}
