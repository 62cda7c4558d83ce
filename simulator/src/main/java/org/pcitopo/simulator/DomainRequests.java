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
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;

/**
 * What {@code resource_alignment=} asks for in one domain. Two lists ask for the same where they come to the same for each function,
 * unless functions come and go after the boot: then only equal lists do.
 *
 * @param list the list
 * @param functions of the domain
 * @param each what is asked for each of them
 */
record DomainRequests(String list, List<MatchTarget> functions, List<Optional<AlignmentRequest>> each) {

    /** What {@code options} ask for in the domain of which {@code assignment} is what became. */
    static DomainRequests of(PciOptions options, Platform platform, Boot boot, Assignment assignment) {
        Map<PciAddress, EnumeratedFunction> byAddress = new HashMap<>();
        assignment.functions().forEach(function -> byAddress.put(function.address(), function));
        List<MatchTarget> functions = assignment.functions().stream()
                .map(function -> function.target(address -> Optional.ofNullable(byAddress.get(address)))).toList();
        long usual = DefaultAlignment.of(platform, boot.rules(), boot.pageSize());
        return new DomainRequests(options.alignmentRequests().text().text(), functions,
                functions.stream().map(function -> request(function, options, platform, boot, usual)).toList());
    }

    /** Whether {@code options} ask for the same. */
    boolean areThoseOf(PciOptions options, Platform platform, Boot boot) {
        if (list.equals(options.alignmentRequests().text().text())) {
            return true;
        }
        boolean functionsStay = boot.steps().stream().allMatch(BootStep.EnableVfs.class::isInstance);
        long usual = DefaultAlignment.of(platform, boot.rules(), boot.pageSize());
        for (int i = 0; functionsStay && i < functions.size(); i++) {
            if (!each.get(i).equals(request(functions.get(i), options, platform, boot, usual))) {
                return false;
            }
        }
        return functionsStay;
    }

    /** Which entry asks makes no difference. */
    private static Optional<AlignmentRequest> request(MatchTarget function, PciOptions options, Platform platform, Boot boot, long usual) {
        return options.alignmentRequests().requestFor(function, boot.pageSize(), usual, platform.probeOnly())
                .map(request -> new AlignmentRequest(request.alignment(), request.resize(), OptionalInt.empty()));
    }
}
