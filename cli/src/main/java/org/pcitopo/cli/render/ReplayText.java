package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pcitopo.capture.NotComparable;
import org.pcitopo.capture.replay.Difference;
import org.pcitopo.capture.replay.PlatformGroup;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.capture.replay.ReplayTotal;
import org.pcitopo.capture.replay.Tally;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.render.TextTable.Cell;
import org.pcitopo.cli.report.ReplayReport;
import org.pcitopo.cli.report.ReplayReport.Entry;

/** Comparisons for people: one source with all that there is to say of it, several as a table and a total. */
public final class ReplayText {

    private static final String INDENT = "  ";
    private static final int NAMES_SHOWN = 3;

    private final PrintStream out;
    private final Palette palette;

    private ReplayText(PrintStream out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    public static void write(PrintStream out, Palette palette, ReplayReport report) {
        ReplayText text = new ReplayText(out, palette);
        if (report.entries().size() == 1) {
            report.results().forEach(text::single);
        } else {
            text.table(report);
        }
    }

    /** One comparison. */
    public static void write(PrintStream out, Palette palette, ReplayResult result) {
        new ReplayText(out, palette).single(result);
    }

    private void single(ReplayResult result) {
        out.println(palette.bold(result.source()) + ": Linux " + Printable.line(result.kernel()) + " on " + result.architecture()
                + ", " + Quantity.size(result.pageSize()) + " pages");
        out.println(INDENT + "command line: "
                + (result.commandLine().isBlank() ? "(not known)" : Printable.line(result.commandLine())));
        out.println(INDENT + "resources: " + tally(result.resources()));
        out.println(INDENT + "mappings:  " + tally(result.mappings()));
        differences(result.differences());
        notComparable(result.notComparable());
    }

    private String tally(Tally tally) {
        String left = tally.notComparable() == 0 ? "" : ", " + tally.notComparable() + " not comparable";
        if (tally.compared() == 0) {
            return palette.doubtful("none compared") + left;
        }
        String text = tally.equal() + " of " + tally.compared() + " equal";
        return (tally.different() == 0 ? palette.good(text) : palette.bad(text + ", " + tally.different() + " different")) + left;
    }

    private void differences(List<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        out.println();
        out.println(INDENT + palette.bold("differences"));
        TextTable table = new TextTable();
        for (Difference difference : differences) {
            table.row(Cell.of(difference.resource().function().toString()),
                    Cell.of(difference.resource().name().toString()),
                    Cell.of("simulated"), Cell.of(Printable.line(difference.simulated())),
                    Cell.of("recorded"), Cell.of(Printable.line(difference.recorded())),
                    Cell.of(difference.origin().file()
                            + (difference.origin().line() > 0 ? ":" + difference.origin().line() : "")));
        }
        out.print(table.text(INDENT + INDENT));
    }

    /** What was left out, by reason. */
    private void notComparable(List<NotComparable> left) {
        if (left.isEmpty()) {
            return;
        }
        out.println();
        out.println(INDENT + palette.bold("not comparable"));
        Map<String, StringBuilder> names = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (NotComparable one : left) {
            int number = counts.merge(one.why(), 1, Integer::sum);
            StringBuilder text = names.computeIfAbsent(one.why(), why -> new StringBuilder());
            if (number <= NAMES_SHOWN) {
                text.append(number == 1 ? "" : ", ").append(Printable.line(one.what()));
            }
        }
        names.forEach((why, text) -> {
            int more = counts.get(why) - NAMES_SHOWN;
            out.println(INDENT + INDENT + Printable.line(why) + ": " + text + (more > 0 ? " and " + more + " more" : ""));
        });
    }

    private void table(ReplayReport report) {
        TextTable table = new TextTable();
        table.row(Cell.of("source"), Cell.of("kernel"), Cell.of("architecture"), Cell.right("page"), Cell.right("resources"),
                Cell.right("mappings"), Cell.right("left out"), Cell.of("result"));
        for (Entry entry : report.entries()) {
            entry.result().ifPresentOrElse(result -> row(table, entry.source(), result), () -> table.row(
                    Cell.of(entry.source()), Cell.of(""), Cell.of(""), Cell.of(""), Cell.of(""), Cell.of(""), Cell.of(""),
                    Cell.painted(entry.outcome().label(), palette.bad(entry.outcome().label()))));
        }
        boolean mixed = report.results().stream().map(ReplayResult::group).distinct().count() > 1;
        if (mixed) {
            for (PlatformGroup group : PlatformGroup.values()) {
                sum(table, group.label(), ReplayTotal.of(report.results(), group));
            }
        }
        sum(table, "total", report.total());
        out.print(table.text(""));
        platforms(report.results());
    }

    private static void sum(TextTable table, String of, ReplayTotal total) {
        table.row(Cell.of(of), Cell.of(""), Cell.of(""), Cell.of(""), fraction(total.resources()), fraction(total.mappings()),
                Cell.right(Integer.toString(total.resources().notComparable() + total.mappings().notComparable())),
                Cell.of(total.identical() + " of " + Quantity.count(total.sources(), "source") + " identical"
                        + (total.empty() > 0 ? ", " + total.empty() + " with nothing to compare" : "")));
    }

    /** What platforms do their own way that are counted apart. */
    private void platforms(List<ReplayResult> results) {
        Map<String, String> notes = new TreeMap<>();
        results.stream().filter(result -> !result.platformNote().isEmpty())
                .forEach(result -> notes.putIfAbsent(result.architecture(), result.platformNote()));
        notes.forEach((architecture, note) -> out.println(architecture + ": " + note));
    }

    private void row(TextTable table, String source, ReplayResult result) {
        int different = result.resources().different() + result.mappings().different();
        int compared = result.resources().compared() + result.mappings().compared();
        String verdict = different > 0 ? different + " different" : compared == 0 ? "nothing to compare" : "identical";
        table.row(Cell.of(source), Cell.of(Printable.line(result.kernel())), Cell.of(result.architecture()),
                Cell.right(Quantity.size(result.pageSize())), fraction(result.resources()), fraction(result.mappings()),
                Cell.right(Integer.toString(result.resources().notComparable() + result.mappings().notComparable())),
                Cell.painted(verdict, different > 0 ? palette.bad(verdict)
                        : compared == 0 ? palette.doubtful(verdict) : palette.good(verdict)));
    }

    private static Cell fraction(Tally tally) {
        return Cell.right(tally.equal() + "/" + tally.compared());
    }
}
