package org.pcitopo.dsl.problems.simulation;

import java.util.Optional;
import java.util.stream.Stream;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Passthrough;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.simulator.assign.EnumeratedFunction;

/** A bridge that is marked passthrough: vfio-pci binds endpoints alone (behaviour specification 7.1). */
public final class PassedBridge implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI307", "a bridge cannot be handed to a guest");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        for (EnumeratedFunction function : boot.simulation().assignment().functions()) {
            if (function.description().bridge().isPresent() && boot.passthrough().contains(function.address())) {
                Optional<Fix> unmark = boot.lowered().sources().of(function.description()).flatMap(text -> unmark(text.function()));
                report.add(Finding.of(KIND, boot.region(function.address()), boot.nameOf(function.address())
                        + " is a bridge; vfio-pci binds no bridges, so it cannot be handed to a guest")
                        .withHelp("mark the functions below it").withFix(unmark)
                        .about(function.address()).in(boot.id()));
            }
        }
    }

    private static Optional<Fix> unmark(Function bridge) {
        return Stream.concat(bridge.getAttributes().stream(), bridge.getMembers().stream()).filter(Passthrough.class::isInstance).findFirst()
                .flatMap(mark -> Mends.remove("remove 'passthrough'", mark, Regions.of(mark)));
    }
}
