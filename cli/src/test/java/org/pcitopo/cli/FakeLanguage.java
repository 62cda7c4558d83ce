package org.pcitopo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.BootName;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.ExpectationResult;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Position;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Related;
import org.pcitopo.cli.report.Rule;
import org.pcitopo.cli.report.Severity;
import org.pcitopo.cli.report.SourceFile;

/**
 * A language in which a line that starts with {@code error}, {@code warning} or {@code info} is such a problem, and one that
 * starts with {@code expect} an expectation, which holds if it ends with {@code true}. Formatting takes blanks off the ends.
 */
final class FakeLanguage implements Language {

    @Override
    public CheckReport check(List<SourceFile> files, Path workingDirectory) {
        List<Problem> problems = new ArrayList<>();
        List<ExpectationResult> expectations = new ArrayList<>();
        for (SourceFile file : files) {
            List<String> lines = file.lines();
            for (int i = 0; i < lines.size(); i++) {
                read(file, lines.get(i), i + 1, problems, expectations);
            }
        }
        return new CheckReport(files, problems, expectations);
    }

    private static void read(SourceFile file, String line, int number, List<Problem> problems,
            List<ExpectationResult> expectations) {
        String[] words = line.strip().split(" ", 2);
        int column = line.length() - line.stripLeading().length() + 1;
        Location location = new Location(file.name(), new Position(number, column),
                new Position(number, column + words[0].length()));
        Optional<Severity> severity = Severity.parse(words[0]);
        severity.ifPresent(found -> problems.add(problem(found, words[1], location)));
        if (words[0].equals("expect")) {
            boolean passed = line.endsWith("true");
            expectations.add(new ExpectationResult(line.strip(), new BootName("talos", "stock", "6.12", 65536), passed, passed ? "" : "it does not", location));
        }
    }

    private static Problem problem(Severity severity, String message, Location location) {
        List<Related> related = message.contains("related")
                ? List.of(new Related(new Location(location.file(), new Position(1, 1), new Position(1, 5)), "see here"))
                : List.of();
        return new Problem("PCI101", severity, message, location, related, Optional.of("write less"), List.of(),
                Optional.of("0000:01:00.0"), OptionalInt.of(2));
    }

    @Override
    public List<BootReport> simulate(SourceFile file, BootChoice choice, Path workingDirectory) {
        return List.of(Samples.boot());
    }

    @Override
    public String format(SourceFile file) {
        return file.text().replaceAll("[ \t]+(?=\n)", "");
    }

    @Override
    public String write(CapturedMachine machine) {
        return "host " + machine.topology().name() + " {\n}\n";
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("PCI101", Severity.WARNING, "a summary", "# PCI101\n"),
                new Rule("PCI102", Severity.ERROR, "another", "# PCI102\n"));
    }
}
