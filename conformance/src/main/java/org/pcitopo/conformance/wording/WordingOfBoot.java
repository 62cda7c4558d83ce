package org.pcitopo.conformance.wording;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.SourceInput;
import org.pcitopo.capture.wording.KernelLog;
import org.pcitopo.capture.wording.LineKind;
import org.pcitopo.capture.wording.ResourceListing;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.topology.Machine;

/**
 * What one recorded boot says and what is predicted for it.
 *
 * @param release the kernel
 * @param machine the flow from firmware to assignment
 * @param log the kernel log
 * @param listing {@code /proc/iomem} and {@code /proc/ioports}
 */
public record WordingOfBoot(KernelRelease release, Machine machine, LogComparison log, LogComparison listing) {

    /** What drivers of device trees call their host windows stands in no log: these lines are left out on both sides. */
    private static final Pattern HOST_WINDOW = Pattern.compile("[0-9a-f]+-[0-9a-f]+ : PCI Bus .*");

    /**
     * Predicts the recorded boot and compares.
     *
     * @param inputs the sources of one machine
     * @throws CaptureException where they show no machine
     */
    public static WordingOfBoot of(List<SourceInput> inputs) throws CaptureException {
        CapturedMachine captured = Capture.read(inputs);
        RecordedTexts recorded = RecordedTexts.of(inputs);
        Boot boot = Replay.boots(captured.boot()).get(0);
        Simulation simulation = Simulator.simulate(captured.topology(), boot);
        List<String> log = KernelLog.of(simulation).stream().map(LineKind::comparable).toList();
        Machine machine = captured.topology().platform().machine();
        boolean named = machine == Machine.X86 || machine == Machine.ARM64_ACPI;
        LogComparison listing = LogComparison.of(join(recorded.memory(), recorded.ports(), named),
                join(ResourceListing.memory(simulation), ResourceListing.ports(simulation), named));
        return new WordingOfBoot(boot.rules().release(), machine, LogComparison.of(recorded.log(boot.steps().isEmpty()), log), listing);
    }

    private static List<String> join(List<String> memory, List<String> ports, boolean hostWindows) {
        return Stream.concat(memory.stream(), ports.stream())
                .filter(line -> hostWindows || !HOST_WINDOW.matcher(line).matches()).toList();
    }
}
