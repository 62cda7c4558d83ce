package org.pcitopo.simulator.vfio;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping.Area;

/**
 * What of a mappable BAR that holds the MSI-X table may really be mapped (behaviour specification 7.3, 8.4). The pending bits
 * are never treated specially by the kernel.
 */
final class MsixRule {

    private final KernelRules rules;
    private final Platform platform;
    private final long pageSize;

    MsixRule(KernelRules rules, Platform platform, long pageSize) {
        this.rules = rules;
        this.platform = platform;
        this.pageSize = pageSize;
    }

    /** Whether the region carries the MSIX_MAPPABLE capability. */
    boolean mappableCapability() {
        return rules.has(Behaviour.MSIX_MAPPABLE);
    }

    /** The parts of a BAR of {@code size} bytes that may be mapped, ascending; empty where the table covers all pages. */
    List<Area> areas(MsixTable table, long size) {
        if (wholeBar()) {
            return List.of(new Area(0, size));
        }
        long before = Unsigned.min(Unsigned.alignDown(table.tableOffset(), pageSize), size);
        long behind = Unsigned.alignUp(Unsigned.addSaturated(table.tableOffset(), table.tableSize()), pageSize);
        List<Area> areas = new ArrayList<>();
        if (before != 0) {
            areas.add(new Area(0, before));
        }
        if (Unsigned.less(behind, size)) {
            areas.add(new Area(behind, size - behind));
        }
        return areas;
    }

    /** The 2016 series lets the table be mapped where the host isolates MSIs; IODA host bridges always do. */
    private boolean wholeBar() {
        boolean isolated = platform.isolatedMsi() || platform.machine() == Machine.POWERNV;
        return rules.has(Behaviour.MSIX_MAPPABLE) || rules.ruleSet() == RuleSet.VFIO_MMAP_V4 && isolated;
    }
}
