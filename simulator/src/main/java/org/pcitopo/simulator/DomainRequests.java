package org.pcitopo.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.DefaultAlignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentRequest;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Topology;

/**
 * What {@code resource_alignment=} asks for in one domain. Two lists ask for the same where they come to the same for each function,
 * unless functions come and go after the boot: then only equal lists do.
 *
 * @param list the list
 * @param each what is asked for each function, in scan order
 */
record DomainRequests(String list, List<Optional<AlignmentRequest>> each) {

    /** What {@code options} ask for in {@code domain}, of which {@code assignment} is what became. */
    static DomainRequests of(PciOptions options, Topology domain, Boot boot, Assignment assignment) {
        return new DomainRequests(options.alignmentRequests().text().text(), each(options, domain, boot, assignment));
    }

    /** Whether {@code options} ask for the same. */
    boolean areThoseOf(PciOptions options, Topology domain, Boot boot, Assignment assignment) {
        boolean equal = list.equals(options.alignmentRequests().text().text());
        boolean functionsStay = boot.steps().stream().allMatch(BootStep.EnableVfs.class::isInstance);
        return equal || functionsStay && each.equals(each(options, domain, boot, assignment));
    }

    private static List<Optional<AlignmentRequest>> each(PciOptions options, Topology domain, Boot boot, Assignment assignment) {
        Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();
        assignment.functions().forEach(function -> functions.put(function.address(), function));
        long usual = DefaultAlignment.of(domain.platform(), boot.rules(), boot.pageSize());
        return assignment.functions().stream().map(function -> options.alignmentRequests()
                .requestFor(function.target(address -> Optional.ofNullable(functions.get(address))), boot.pageSize(), usual,
                        domain.platform().probeOnly())
                .map(request -> new AlignmentRequest(request.alignment(), request.resize(), OptionalInt.empty()))).toList();
    }
}
