package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.render.TextTable.Cell;
import org.pcitopo.cli.report.BootPair;
import org.pcitopo.cli.report.BootPair.Side;
import org.pcitopo.cli.report.DiffReport;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.kernel.RuleSet;

/** Comparisons for people: each with all its changes, or, of many machines, a line for each that changes. */
public final class DiffText {

    private static final String INDENT = "  ";

    private final PrintStream out;
    private final Palette palette;

    private DiffText(PrintStream out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    /** @param brief a line for each pair that differs, and a total */
    public static void write(PrintStream out, Palette palette, DiffReport report, boolean brief) {
        DiffText text = new DiffText(out, palette);
        if (brief) {
            text.lines(report.pairs());
        } else {
            for (int i = 0; i < report.pairs().size(); i++) {
                if (i > 0) {
                    out.println();
                }
                text.pair(report.pairs().get(i));
            }
        }
        text.leftOut(report);
    }

    private void pair(BootPair pair) {
        side("before", pair.before());
        side("after", pair.after());
        new ChangeText(out, palette, INDENT).write(pair.before().simulation(), pair.after().simulation(), pair.comparison());
        out.println();
        out.println(INDENT + summary(pair));
    }

    private void side(String which, Side side) {
        Boot boot = side.simulation().boot();
        out.println(palette.bold(which + (which.length() < "before".length() ? ": " : ":")) + " " + side.file() + ": "
                + kernel(side) + ", " + Quantity.size(boot.pageSize()) + " pages, command line: "
                + (boot.commandLine().isBlank() ? "(empty)" : Printable.line(boot.commandLine())));
    }

    private static String kernel(Side side) {
        Boot boot = side.simulation().boot();
        String rules = boot.rules().ruleSet() == RuleSet.MAINLINE ? "" : " with the rules of " + boot.rules().ruleSet().id();
        return "host " + side.simulation().topology().name() + ", boot " + boot.name() + ", Linux " + boot.rules().release()
                + rules;
    }

    private String summary(BootPair pair) {
        String text = ChangeText.summary(pair.comparison());
        boolean worse = ChangeText.losesSomething(pair.comparison());
        return pair.isSame() ? palette.dim(text) : worse ? palette.bad(text) : text;
    }

    private void lines(List<BootPair> pairs) {
        TextTable table = new TextTable();
        for (BootPair pair : pairs) {
            if (!pair.isSame()) {
                table.row(Cell.of(pair.before().file()), Cell.of(pair.before().simulation().topology().name()),
                        Cell.of(change(pair)), Cell.painted(ChangeText.summary(pair.comparison()), summary(pair)));
            }
        }
        out.print(table.text(""));
        long same = pairs.stream().filter(BootPair::isSame).count();
        out.println((table.isEmpty() ? "" : "\n") + (pairs.size() - same) + " of " + Quantity.count(pairs.size(), "boot") + " change"
                + (pairs.size() - same == 1 ? "s" : ""));
    }

    /** What the two boots of one machine differ in. */
    private static String change(BootPair pair) {
        Boot before = pair.before().simulation().boot();
        Boot after = pair.after().simulation().boot();
        List<String> parts = new ArrayList<>();
        parts.add(differing("boot ", before.name(), after.name()));
        parts.add(differing("Linux ", before.rules().release(), after.rules().release()));
        if (before.pageSize() != after.pageSize()) {
            parts.add(differing("pages ", Quantity.size(before.pageSize()), Quantity.size(after.pageSize())));
        }
        return String.join(", ", parts);
    }

    private static String differing(String what, Object before, Object after) {
        return what + before + (Objects.equals(before, after) ? "" : " -> " + after);
    }

    private void leftOut(DiffReport report) {
        if (!report.notCompared().isEmpty()) {
            out.println();
            out.println(palette.bold("not compared"));
            report.notCompared().forEach(one -> out.println(INDENT + one.what() + ": " + Printable.line(one.why())));
        }
    }
}
