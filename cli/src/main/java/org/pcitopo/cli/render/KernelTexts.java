package org.pcitopo.cli.render;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;

/** What a kernel would show, with nothing added that its own output does not have. */
public final class KernelTexts {

    private KernelTexts() {
    }

    /** Writes {@code text} of every boot; several are told apart by a line that begins with {@code #}. */
    public static void write(PrintStream out, List<BootReport> boots, Function<Simulation, List<String>> text) {
        for (BootReport report : boots) {
            if (boots.size() > 1) {
                Boot boot = report.simulation().boot();
                out.println(Printable.line("# host " + report.simulation().topology().name() + ", boot " + boot.name() + ": Linux "
                        + boot.rules().release() + ", " + Quantity.size(boot.pageSize()) + " pages"));
            }
            text.apply(report.simulation()).forEach(line -> out.println(Printable.piece(line)));
        }
    }
}
