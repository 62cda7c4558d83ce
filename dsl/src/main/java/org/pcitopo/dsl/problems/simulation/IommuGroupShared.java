package org.pcitopo.dsl.problems.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.assign.EnumeratedFunction;

/** A function that is handed to a guest and shares its IOMMU group with one that is not. */
public final class IommuGroupShared implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI304", "a passed function shares its IOMMU group");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private static final int MOST_NAMED = 4;

    @Override
    public void check(BootContext boot, Report report) {
        Map<Integer, List<EnumeratedFunction>> groups = new TreeMap<>();
        for (EnumeratedFunction function : boot.simulation().assignment().functions()) {
            function.description().iommuGroup()
                    .ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(function));
        }
        groups.forEach((group, functions) -> check(boot, group, functions, report));
    }

    private static void check(BootContext boot, int group, List<EnumeratedFunction> functions, Report report) {
        List<EnumeratedFunction> kept = functions.stream()
                .filter(function -> function.description().bridge().isEmpty()
                        && !boot.passthrough().contains(function.address())).toList();
        if (kept.isEmpty()) {
            return;
        }
        for (EnumeratedFunction function : functions) {
            if (boot.passthrough().contains(function.address()) && function.description().bridge().isEmpty()) {
                report.add(finding(boot, group, function, kept));
            }
        }
    }

    private static Optional<Fix> handOut(BootContext boot, List<EnumeratedFunction> kept) {
        List<TextEdit> edits = kept.stream().flatMap(other -> boot.lowered().sources().of(other.description()).stream())
                .map(text -> text.function()).distinct().map(text -> Mends.atHead("", text, "passthrough"))
                .flatMap(fix -> fix.edits().stream()).toList();
        return edits.size() < kept.size() ? Optional.empty() : Optional.of(new Fix("mark " + (kept.size() == 1 ? "the other function"
                : "the others") + " passthrough", edits));
    }

    private static Finding finding(BootContext boot, int group, EnumeratedFunction function, List<EnumeratedFunction> kept) {
        List<String> names = kept.stream().map(other -> boot.nameOf(other.address())).toList();
        Finding finding = Finding.of(KIND, boot.region(function.address()), boot.nameOf(function.address())
                + " shares IOMMU group " + group + " with " + Quantities.list(names, MOST_NAMED) + ", which the host keeps"
                + Finding.IN_BOOTS + "; vfio hands out whole groups, so a guest cannot have it")
                .withHelp("hand out the whole group (mark " + (kept.size() == 1 ? "the other function" : "the others")
                        + " passthrough, or leave " + (kept.size() == 1 ? "it" : "them")
                        + " without a driver), or move the card to a slot with a group of its own")
                .about(function.address()).in(boot.id());
        finding = finding.withFix(handOut(boot, kept));
        for (EnumeratedFunction other : kept.subList(0, Math.min(MOST_NAMED, kept.size()))) {
            finding = finding.withRelated(boot.region(other.address()), "in the same group, and not handed out");
        }
        return finding;
    }
}
