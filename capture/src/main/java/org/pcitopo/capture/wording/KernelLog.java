package org.pcitopo.capture.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * The lines about PCI that a kernel logs while it boots a machine: buses, functions and registers as it finds them, then what it
 * does with them. {@link LineKind} lists the kinds.
 */
public final class KernelLog {

    private KernelLog() {
    }

    /**
     * The log of a simulated boot, without times and levels. What is done after the boot is not in it.
     *
     * @return the lines in the order in which the kernel prints them
     */
    public static List<String> of(Simulation simulation) {
        LogContext context = new LogContext(bootOf(simulation));
        EnumerationLines enumeration = new EnumerationLines(context);
        AssignmentLines assignment = new AssignmentLines(context);
        List<TraceEvent> events = context.events();
        List<String> lines = new ArrayList<>();
        if (assignsHostByHost(simulation.topology().platform())) {
            for (HostBridge host : simulation.topology().hostBridges()) {
                enumeration.add(host, lines);
                assignment.add(events, context.of(host), lines);
            }
            return lines;
        }
        simulation.topology().hostBridges().forEach(host -> enumeration.add(host, lines));
        Predicate<TraceEvent> all = event -> true;
        assignment.add(events, all, lines);
        return lines;
    }

    /** The boot alone, anew: what steps removed was there, and only a whole simulation has all events in the kernel's order. */
    private static Simulation bootOf(Simulation simulation) {
        Boot boot = simulation.boot();
        return Simulator.simulate(simulation.topology(),
                new Boot(boot.name(), boot.rules(), boot.pageSize(), boot.commandLine(), List.of()));
    }

    /** Drivers of device tree hosts scan and assign their host at once; x86 and powerpc scan all hosts first. */
    private static boolean assignsHostByHost(Platform platform) {
        return !platform.architecture().isX86() && !platform.architecture().isPowerPc();
    }
}
