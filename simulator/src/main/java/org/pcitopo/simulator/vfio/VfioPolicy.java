package org.pcitopo.simulator.vfio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping.Area;
import org.pcitopo.simulator.vfio.Mapping.Guest;
import org.pcitopo.simulator.vfio.Mapping.Reason;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/**
 * What vfio-pci says of the BARs of every endpoint, and how a guest reaches them (behaviour specification 7.2 to 7.4, 8.4,
 * C11). Bridges cannot be bound to vfio-pci and have no mappings. Which devices are open, and in which order, makes no
 * difference.
 */
public final class VfioPolicy {

    private final KernelRules rules;
    private final Platform platform;
    private final long pageSize;
    private final PageNeighbours neighbours;
    private final SubPageRule subPage;
    private final MsixRule msix;
    private final Map<ResourceKey, AssignedResource> resources = new HashMap<>();

    private VfioPolicy(Assignment assignment, Topology topology, KernelRules rules, long pageSize) {
        this.rules = rules;
        this.platform = topology.platform();
        this.pageSize = pageSize;
        this.neighbours = new PageNeighbours(assignment, topology);
        this.subPage = new SubPageRule(rules, pageSize, neighbours);
        this.msix = new MsixRule(rules, platform, pageSize);
        assignment.resources().forEach(resource -> resources.put(resource.key(), resource));
    }

    /**
     * The mappings of all endpoints, by function in scan order, then by BAR; those of virtual functions are not among them.
     *
     * @param assignment where every resource ended
     * @param topology the machine that was simulated
     * @param rules the kernel's rules
     * @param pageSize bytes, a power of two
     */
    public static List<Mapping> mappings(Assignment assignment, Topology topology, KernelRules rules, long pageSize) {
        VfioPolicy policy = new VfioPolicy(assignment, topology, rules, pageSize);
        List<Mapping> mappings = new ArrayList<>();
        for (EnumeratedFunction function : assignment.functions()) {
            if (function.description().bridge().isEmpty()) {
                function.description().bars().forEach(bar -> mappings.add(policy.mapping(function, bar)));
            }
        }
        return List.copyOf(mappings);
    }

    /**
     * The mappings of virtual functions. VF BARs are made of whole pages, or SR-IOV is not set up at all (behaviour specification
     * 2.3).
     */
    public static List<Mapping> mappings(List<VirtualFunction> virtualFunctions) {
        List<Mapping> mappings = new ArrayList<>();
        for (VirtualFunction function : virtualFunctions) {
            function.bars().forEach(bar -> mappings.add(mapped(
                    new ResourceKey(function.address(), ResourceName.bar(bar.index())), bar.range(), List.of())));
        }
        return mappings;
    }

    private Mapping mapping(EnumeratedFunction function, Bar bar) {
        ResourceKey key = new ResourceKey(function.address(), ResourceName.bar(bar.index()));
        Optional<AssignedResource> placed = Optional.ofNullable(resources.get(key)).filter(one -> one.range().isPresent());
        if (placed.isEmpty()) {
            return notMapped(key, Verdict.NONE, Reason.UNASSIGNED, List.of());
        }
        if (placed.get().type().isIo()) {
            return notMapped(key, Verdict.EMULATED, Reason.IO, List.of());
        }
        if (refusesToMap(function.description())) {
            return notMapped(key, Verdict.EMULATED, Reason.NON_MAPPABLE_DEVICE, List.of());
        }
        return memory(placed.get(), function.description());
    }

    /** Up to 6.14 vfio on s390 has no mmap at all; then single devices refuse (behaviour specification 7.2 rule 1). */
    private boolean refusesToMap(Function function) {
        return rules.has(Behaviour.NON_MAPPABLE_FLAG) ? function.neverMappable()
                : platform.architecture() == Architecture.S390X;
    }

    private Mapping memory(AssignedResource bar, Function function) {
        List<ResourceKey> sharedWith = sharedWith(bar);
        Optional<Reason> obstacle = subPage.obstacle(bar);
        if (obstacle.isPresent()) {
            return notMapped(bar.key(), Verdict.EMULATED, obstacle.get(), sharedWith);
        }
        Optional<MsixTable> table = function.msix().filter(msixTable -> msixTable.tableBar() == bar.key().name().register());
        return table.map(msixTable -> withTable(bar, msixTable, sharedWith))
                .orElseGet(() -> mapped(bar.key(), bar.range().orElseThrow(), sharedWith));
    }

    private static Mapping mapped(ResourceKey key, AddressRange range, List<ResourceKey> sharedWith) {
        return new Mapping(key.function(), key.name().register(), Verdict.MAPPED, Optional.empty(),
                List.of(new Area(0, range.size())), false, Guest.DIRECT, sharedWith);
    }

    private Mapping withTable(AssignedResource bar, MsixTable table, List<ResourceKey> sharedWith) {
        long size = bar.range().orElseThrow().size();
        List<Area> areas = msix.areas(table, size);
        if (areas.isEmpty()) {
            return notMapped(bar.key(), Verdict.EMULATED, Reason.MSIX_TABLE, sharedWith);
        }
        boolean whole = areas.get(0).size() == size;
        // A pseries guest reaches MSI-X through the hypervisor, and QEMU then leaves the table's page to the device.
        Guest guest = whole && platform.architecture().isPowerPc() ? Guest.DIRECT : Guest.TRAPPED_PAGE;
        return new Mapping(bar.key().function(), bar.key().name().register(), whole ? Verdict.MAPPED : Verdict.PARTLY_MAPPED,
                whole ? Optional.empty() : Optional.of(Reason.MSIX_TABLE), areas, msix.mappableCapability(), guest,
                sharedWith);
    }

    /** BARs of a page or more are aligned to their size and have their pages to themselves. */
    private List<ResourceKey> sharedWith(AssignedResource bar) {
        AddressRange range = bar.range().orElseThrow();
        return Unsigned.lessOrEqual(pageSize, range.size()) ? List.of()
                : neighbours.others(bar, AddressRange.pageOf(range.start(), pageSize));
    }

    private static Mapping notMapped(ResourceKey key, Verdict verdict, Reason reason, List<ResourceKey> sharedWith) {
        return new Mapping(key.function(), key.name().register(), verdict, Optional.of(reason), List.of(), false,
                Guest.EMULATED, sharedWith);
    }
}
