package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.explain.Explanation;
import org.pcitopo.simulator.explain.Step;
import org.pcitopo.simulator.explain.Topic;

/** Explanations for people: one paragraph a step, its source behind it. */
public final class ExplanationText {

    private static final String INDENT = "  ";
    private static final int LABEL = 14;

    private final PrintStream out;
    private final Palette palette;
    private final int width;

    /** @param width of the terminal, columns */
    public ExplanationText(PrintStream out, Palette palette, int width) {
        this.out = out;
        this.palette = palette;
        this.width = Paragraph.width(width, INDENT.length() + LABEL);
    }

    /** Writes explanations, each with the boots that they hold for. */
    public void write(Map<List<Explanation>, List<Simulation>> explanations) {
        boolean first = true;
        for (Map.Entry<List<Explanation>, List<Simulation>> entry : explanations.entrySet()) {
            if (!first) {
                out.println();
            }
            first = false;
            entry.getValue().forEach(this::head);
            for (Explanation explanation : entry.getKey()) {
                out.println();
                out.println(palette.bold(Printable.line(explanation.title())) + ": " + explanation.summary());
                steps(explanation.steps());
            }
        }
    }

    private void head(Simulation simulation) {
        Boot boot = simulation.boot();
        out.println(palette.dim("host " + simulation.topology().name() + ", boot " + boot.name() + ": Linux " + boot.rules().release()
                + " on " + simulation.topology().platform().architecture().id() + ", " + Quantity.size(boot.pageSize()) + " pages, "
                + (boot.commandLine().isBlank() ? "no command line" : "command line: " + Printable.line(boot.commandLine()))));
    }

    private void steps(List<Step> steps) {
        Topic previous = null;
        for (Step step : steps) {
            String label = step.topic() == previous ? "" : step.topic().title();
            previous = step.topic();
            List<String> lines = Paragraph.lines(Printable.line(step.text() + " [" + step.source() + "]"), width);
            for (int i = 0; i < lines.size(); i++) {
                out.println(INDENT + palette.frame(String.format("%-" + LABEL + "s", i == 0 ? label : "")) + lines.get(i));
            }
        }
    }
}
