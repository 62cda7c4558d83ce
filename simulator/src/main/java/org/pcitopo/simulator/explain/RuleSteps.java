package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.cmdline.PciPiece;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;

/**
 * What decided: each option of the command line taken away, and each behaviour that changed between releases turned round, shows
 * what would have become of the resource otherwise. Only the machine's boot is looked at again, not other releases as a whole.
 */
final class RuleSteps {

    private static final String COMMAND_LINE = "the kernel command line";

    private final Case machine;
    private final AssignedResource resource;
    private final String outcome;

    RuleSteps(Case machine, AssignedResource resource) {
        this.machine = machine;
        this.resource = resource;
        this.outcome = Outcome.of(machine, resource);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Boot boot = machine.simulation().boot();
        for (PciPiece piece : machine.options().pieces()) {
            otherwise(withLine(boot, without(boot.commandLine(), piece))).ifPresent(otherwise -> steps.add(new Step(Topic.RULES,
                    "Without '" + piece.text().text() + "' it would be " + otherwise + ".", COMMAND_LINE)));
        }
        if (resource.state() == ResourceState.UNASSIGNED && machine.options().realloc() == PciOptions.Realloc.UNDEFINED) {
            otherwise(withLine(boot, (boot.commandLine() + " pci=realloc").strip())).ifPresent(otherwise -> steps.add(
                    new Step(Topic.RULES, "With 'pci=realloc' it would be " + otherwise + ".", COMMAND_LINE)));
        }
        Arrays.stream(Behaviour.values()).filter(BehaviourWords::isOfMainline).forEach(behaviour -> {
            KernelRules turned = boot.rules().inverting(behaviour);
            otherwise(new Boot(boot.name(), turned, boot.pageSize(), boot.commandLine(), boot.steps()))
                    .ifPresent(otherwise -> steps.add(new Step(Topic.RULES, BehaviourWords.of(boot.rules(), behaviour)
                            + " Otherwise it would be " + otherwise + ".", "docs/kernel-behaviour.md, " + behaviour)));
        });
        return steps;
    }

    private static Boot withLine(Boot boot, String line) {
        return new Boot(boot.name(), boot.rules(), boot.pageSize(), line, boot.steps());
    }

    /** What becomes of the resource in {@code boot}, empty where that is the same. */
    private Optional<String> otherwise(Boot boot) {
        Case changed = machine.in(boot);
        String other = changed.resource(resource.key()).map(found -> Outcome.of(changed, found)).orElse("absent");
        return Optional.of(other).filter(found -> !found.equals(outcome));
    }

    /** The line without {@code piece} and the comma that it leaves; a {@code pci=} that is then empty says nothing. */
    private static String without(String line, PciPiece piece) {
        int start = piece.text().offset();
        int end = start + piece.text().length();
        boolean commaBehind = end < line.length() && line.charAt(end) == ',';
        boolean commaBefore = start > 0 && line.charAt(start - 1) == ',';
        return line.substring(0, commaBefore && !commaBehind ? start - 1 : start) + line.substring(commaBehind ? end + 1 : end);
    }
}
