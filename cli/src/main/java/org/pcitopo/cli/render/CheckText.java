package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.ExpectationResult;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Related;
import org.pcitopo.cli.report.Severity;

/** A check for people: each problem with its line and a mark below the characters that it is about, then a summary. */
public final class CheckText {

    private final PrintStream out;
    private final Palette palette;
    private final CheckReport report;
    private final Map<String, List<String>> lines = new HashMap<>();

    private CheckText(PrintStream out, Palette palette, CheckReport report) {
        this.out = out;
        this.palette = palette;
        this.report = report;
    }

    public static void write(PrintStream out, Palette palette, CheckReport report) {
        CheckText text = new CheckText(out, palette, report);
        report.problems().forEach(text::problem);
        text.summary();
    }

    /** The problems alone, without a summary. */
    public static void writeProblems(PrintStream out, Palette palette, CheckReport report) {
        CheckText text = new CheckText(out, palette, report);
        report.problems().forEach(text::problem);
    }

    private void problem(Problem problem) {
        String head = problem.severity().id() + "[" + problem.code() + "]";
        out.println(palette.severity(problem.severity(), head) + palette.bold(": " + Printable.line(problem.message())));
        int width = gutter(problem);
        excerpt(problem.location(), "-->", '^', "", width);
        for (Related related : problem.related()) {
            excerpt(related.location(), ":::", '-', related.message(), width);
        }
        problem.fix().ifPresent(fix -> note(width, "fix", fix));
        note(width, "help", "'pcitopo help " + problem.code() + "' explains this problem");
        out.println();
    }

    private void excerpt(Location location, String arrow, char sign, String message, int width) {
        Optional<String> line = line(location);
        out.println(" ".repeat(width) + palette.frame(arrow) + " " + location
                + (line.isEmpty() && !message.isEmpty() ? ": " + Printable.line(message) : ""));
        if (line.isPresent()) {
            Excerpt excerpt = Excerpt.of(line.get(), location, sign);
            String margin = " ".repeat(width) + " ";
            String number = String.format("%" + width + "d ", location.start().line());
            out.println(palette.frame(margin + "|"));
            out.println(palette.frame(number + "|") + (excerpt.line().isEmpty() ? "" : " " + excerpt.line()));
            out.println(palette.frame(margin + "|") + " "
                    + palette.frame(excerpt.mark() + (message.isEmpty() ? "" : " " + Printable.line(message))));
        }
    }

    private Optional<String> line(Location location) {
        List<String> file = lines.computeIfAbsent(location.file(), report::lines);
        int number = location.start().line();
        return number >= 1 && number <= file.size() ? Optional.of(file.get(number - 1)) : Optional.empty();
    }

    private void note(int width, String kind, String text) {
        out.println(" ".repeat(width) + palette.frame(" = ") + palette.bold(kind + ": ") + Printable.line(text));
    }

    /** Digits of the largest line number that the problem shows. */
    private static int gutter(Problem problem) {
        int largest = problem.location().start().line();
        for (Related related : problem.related()) {
            largest = Math.max(largest, related.location().start().line());
        }
        return Integer.toString(largest).length();
    }

    private void summary() {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        long notes = report.count(Severity.INFO);
        String problems = Quantity.count(errors, "error") + ", " + Quantity.count(warnings, "warning") + ", "
                + Quantity.count(notes, "note");
        long total = report.expectations().size();
        long passed = report.expectations().stream().filter(ExpectationResult::passed).count();
        String expectations = total == 0 ? "" : "; " + passed + " of " + Quantity.count(total, "expectation") + " hold";
        String text = problems + expectations;
        out.println(errors > 0 || passed < total ? palette.bad(text) : warnings > 0 ? palette.doubtful(text) : palette.good(text));
    }
}
