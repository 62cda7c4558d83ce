package org.pcitopo.simulator.advise;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.PciAddress;

/** Questions of a line. */
final class Asking {

    private Asking() {
    }

    static PciAddress at(String address) {
        return PciAddress.parse(address).orElseThrow();
    }

    static Simulation boot(PaperMachine machine, String kernel, String commandLine, long pageSize) {
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        return Simulator.simulate(machine.topology(), Boot.of("paper", rules, pageSize, commandLine));
    }

    static Advice advise(Simulation simulation, String... functions) {
        Set<PciAddress> wanted = Stream.of(functions).map(Asking::at).collect(Collectors.toSet());
        return Advisor.advise(Question.of(simulation, wanted), () -> false);
    }
}
