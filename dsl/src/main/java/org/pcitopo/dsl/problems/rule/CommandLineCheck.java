package org.pcitopo.dsl.problems.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.DefaultAlignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.cmdline.AlignmentEntry;
import org.pcitopo.simulator.cmdline.CommandLineFinding;
import org.pcitopo.simulator.cmdline.CommandLineFindings;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.topology.PciAddress;

/** Asks the command line parser what it has to say of one boot. */
final class CommandLineCheck {

    private CommandLineCheck() {
    }

    static List<CommandLineFinding> of(PciOptions options, Simulation simulation) {
        long pageSize = simulation.boot().pageSize();
        List<CommandLineFinding> findings = new ArrayList<>(CommandLineFindings.of(options, pageSize));
        if (!options.alignmentRequests().text().isEmpty()) {
            long usual = DefaultAlignment.of(simulation.topology().platform(), simulation.boot().rules(), pageSize);
            findings.addAll(CommandLineFindings.against(options.alignmentRequests(), candidates(simulation), pageSize, usual));
        }
        return List.copyOf(findings);
    }

    static Optional<AlignmentEntry> deciding(PciOptions options, long pageSize, MatchTarget target) {
        OptionalInt index = options.alignmentRequests().scan(target, pageSize, 0, false).matched();
        return index.isPresent() ? Optional.of(options.alignmentRequests().entries().get(index.getAsInt())) : Optional.empty();
    }

    private static List<CommandLineFindings.Candidate> candidates(Simulation simulation) {
        Map<PciAddress, EnumeratedFunction> functions = new HashMap<>();
        simulation.assignment().functions().forEach(function -> functions.put(function.address(), function));
        return simulation.assignment().functions().stream().map(function -> new CommandLineFindings.Candidate(
                function.target(address -> Optional.ofNullable(functions.get(address))), function.description())).toList();
    }
}
