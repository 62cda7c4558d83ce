package org.pcitopo.simulator.vfio;

import java.util.Optional;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/**
 * A memory BAR that is smaller than a page is mapped only where it begins a page and vfio can reserve the rest of that page
 * in the BAR's window (behaviour specification 7.2 rules 4 to 6; source: {@code vfio_pci_probe_mmaps}, 4.8 and later).
 */
final class SubPageRule {

    private final KernelRules rules;
    private final long pageSize;
    private final PageNeighbours neighbours;

    SubPageRule(KernelRules rules, long pageSize, PageNeighbours neighbours) {
        this.rules = rules;
        this.pageSize = pageSize;
        this.neighbours = neighbours;
    }

    /** Why the BAR cannot be mapped, empty where it can. */
    Optional<Reason> obstacle(AssignedResource bar) {
        AddressRange range = bar.range().orElseThrow();
        if (Unsigned.lessOrEqual(pageSize, range.size())) {
            return Optional.empty();
        }
        if (!Unsigned.isAligned(range.start(), pageSize)) {
            return Optional.of(Reason.UNALIGNED);
        }
        AddressRange rest = new AddressRange(range.end() + 1, range.start() + pageSize - 1);
        if (!neighbours.others(bar, rest).isEmpty() || neighbours.reserved(bar, rest)) {
            return Optional.of(Reason.PAGE_SHARED);
        }
        if (!neighbours.windowHolds(bar, rest)) {
            return Optional.of(Reason.NO_PAGE_LEFT);
        }
        return rules.has(Behaviour.SUB_PAGE_MMAP) ? Optional.empty() : Optional.of(Reason.SUB_PAGE);
    }
}
