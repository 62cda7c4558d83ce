package org.pcitopo.simulator.advise;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Topology;

/**
 * What somebody wants to be mapped, on which machine, by which kernels.
 *
 * @param topology the machine
 * @param boots the boots that one command line is to serve: they differ in kernel and page size and have the same command line
 * @param wanted memory BARs that vfio-pci shall map, and VF BARs that shall have a place; the others are left alone
 */
public record Question(Topology topology, List<Boot> boots, Set<ResourceKey> wanted) {

    /** @throws IllegalArgumentException where there is no boot, or two differ in their command lines */
    public Question {
        boots = List.copyOf(boots);
        wanted = Set.copyOf(wanted);
        if (boots.stream().map(Boot::commandLine).distinct().count() != 1) {
            throw new IllegalArgumentException("one command line is asked for; the boots have "
                    + boots.stream().map(Boot::commandLine).distinct().count());
        }
    }

    /**
     * Everything of some functions.
     *
     * @param simulation the boot as it is
     * @param functions whose memory BARs are to be mapped; where the boot enables VFs, also the VF BARs
     */
    public static Question of(Simulation simulation, Set<PciAddress> functions) {
        return new Question(simulation.topology(), List.of(simulation.boot()), wanted(simulation, functions));
    }

    /** The resources of {@code functions} that a guest wants to have. */
    public static Set<ResourceKey> wanted(Simulation simulation, Set<PciAddress> functions) {
        Set<PciAddress> withVfs = new TreeSet<>();
        for (BootStep step : simulation.boot().steps()) {
            if (step instanceof BootStep.EnableVfs enable) {
                withVfs.add(enable.function());
            }
        }
        Set<PciAddress> bridges = new TreeSet<>();
        simulation.assignment().functions().stream().filter(function -> function.description().bridge().isPresent())
                .forEach(function -> bridges.add(function.address()));
        Set<ResourceKey> wanted = new TreeSet<>();
        for (AssignedResource resource : simulation.assignment().resources()) {
            PciAddress function = resource.key().function();
            boolean bar = resource.key().name().isBar() && resource.type().isMemory() && !bridges.contains(function);
            if (functions.contains(function) && (bar || resource.key().name().isVfBar() && withVfs.contains(function))) {
                wanted.add(resource.key());
            }
        }
        return wanted;
    }
}
