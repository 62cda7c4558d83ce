package org.pcitopo.dsl.problems.simulation;

import java.util.Set;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.explain.MappingWords;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/** A BAR smaller than a page that vfio-pci does not map, since it does not have its page to itself (behaviour specification 7.2). */
public final class UnmappableBar implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI301", "a BAR stays unmappable");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private static final Set<Reason> SUB_PAGE_REASONS =
            Set.of(Reason.UNALIGNED, Reason.PAGE_SHARED, Reason.NO_PAGE_LEFT, Reason.SUB_PAGE);

    @Override
    public void check(BootContext boot, Report report) {
        SmallestCure cure = new SmallestCure(boot);
        for (Mapping mapping : boot.simulation().mappings()) {
            if (mapping.reason().filter(SUB_PAGE_REASONS::contains).isPresent()) {
                boot.resource(BootContext.keyOf(mapping)).filter(bar -> bar.range().isPresent())
                        .ifPresent(bar -> report.add(finding(boot, mapping, bar, cure)));
            }
        }
    }

    private static Finding finding(BootContext boot, Mapping mapping, AssignedResource bar, SmallestCure cure) {
        boolean passed = boot.passthrough().contains(mapping.function());
        Finding finding = Finding.of(KIND, boot.region(bar.key()), bar.key().name() + " ("
                + Quantities.size(bar.hardwareSize()) + ") of " + boot.nameOf(mapping.function()) + " stays unmappable"
                + Finding.IN_BOOTS + ": " + MappingWords.why(mapping, mapping.reason().orElseThrow(), bar, boot.boot().pageSize(), "Linux " + Finding.KERNELS, boot::shortNameOf)
                + "; vfio-pci does not let user space map it and every guest access exits to the VMM")
                .withSeverity(passed ? Severity.WARNING : Severity.INFO).about(mapping.function(), mapping.bar()).in(boot.id());
        for (ResourceKey neighbour : mapping.sharedWith()) {
            finding = finding.withRelated(boot.region(neighbour), boot.shortNameOf(neighbour) + " is in the same page, at "
                    + boot.resource(neighbour).flatMap(AssignedResource::range).map(AddressRange::toString).orElse("no place"));
        }
        return cure.addTo(finding, bar);
    }
}
