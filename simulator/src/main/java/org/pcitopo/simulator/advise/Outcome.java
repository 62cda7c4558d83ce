package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** One boot as it is, and how another outcome of it compares: what is met, what is lost, what moves. */
final class Outcome {

    private final Simulation before;
    private final Set<ResourceKey> wanted;
    private final Map<ResourceKey, AssignedResource> places = new HashMap<>();
    private final Map<ResourceKey, Mapping> mappings = new HashMap<>();
    private final Map<PciAddress, List<AssignedResource>> movable = new HashMap<>();

    Outcome(Simulation before, Set<ResourceKey> wanted) {
        this.before = before;
        this.wanted = wanted;
        for (AssignedResource resource : before.assignment().resources()) {
            places.put(resource.key(), resource);
            if (isMovable(resource)) {
                movable.computeIfAbsent(resource.key().function(), unused -> new ArrayList<>()).add(resource);
            }
        }
        before.mappings().forEach(mapping -> mappings.put(keyOf(mapping), mapping));
    }

    private static boolean isMovable(AssignedResource resource) {
        ResourceName name = resource.key().name();
        return (name.isBar() || name == ResourceName.ROM) && resource.type().isMemory() && resource.range().isPresent()
                && resource.state() != ResourceState.FIXED && resource.state() != ResourceState.SHADOW;
    }

    /**
     * How an outcome compares.
     *
     * @param unmet what is wanted and not mapped
     * @param lost BARs that had a place or could be mapped, and do not or cannot now
     * @param moved functions with a BAR, ROM or VF BAR elsewhere
     * @param enlarged BARs and ROMs larger than their hardware
     * @param space bytes of memory taken in host windows
     */
    record Judgement(Set<ResourceKey> unmet, Set<ResourceKey> lost, int moved, int enlarged, long space) {
    }

    Simulation before() {
        return before;
    }

    Judgement judge(Simulation after) {
        Set<ResourceKey> lost = new HashSet<>();
        Set<PciAddress> moved = new HashSet<>();
        Set<ResourceKey> unmet = new HashSet<>();
        int enlarged = 0;
        Map<ResourceKey, AssignedResource> now = new HashMap<>();
        for (AssignedResource resource : after.assignment().resources()) {
            ResourceName name = resource.key().name();
            if (name.isWindow()) {
                continue;
            }
            now.put(resource.key(), resource);
            AssignedResource old = places.get(resource.key());
            boolean had = old != null && old.range().isPresent();
            if (had && resource.range().isEmpty()) {
                lost.add(resource.key());
            } else if (had && old.range().get().start() != resource.range().get().start()) {
                moved.add(resource.key().function());
            }
            if (isEnlarged(resource)) {
                enlarged++;
            }
            if (name.isVfBar() && resource.range().isEmpty() && wanted.contains(resource.key())) {
                unmet.add(resource.key());
            }
        }
        Set<ResourceKey> gone = new HashSet<>(mappings.keySet());
        for (Mapping mapping : after.mappings()) {
            ResourceKey key = keyOf(mapping);
            gone.remove(key);
            Mapping old = mappings.get(key);
            if (old != null && old.verdict().compareTo(Verdict.PARTLY_MAPPED) <= 0
                    && mapping.verdict().compareTo(old.verdict()) > 0) {
                lost.add(key);
            }
            if (wanted.contains(key) && !isMet(mapping, now.get(key))) {
                unmet.add(key);
            }
        }
        // A virtual function that no longer exists.
        gone.stream().filter(key -> mappings.get(key).verdict() == Verdict.MAPPED).forEach(lost::add);
        return new Judgement(unmet, lost, moved.size(), enlarged, space(after));
    }

    private static boolean isEnlarged(AssignedResource resource) {
        return !resource.key().name().isVfBar() && resource.range().isPresent()
                && Unsigned.less(resource.hardwareSize(), resource.size());
    }

    /** Mapped, or but for the pages of the MSI-X table, which kernels from 4.6 to 4.15 never map. */
    private static boolean isMet(Mapping mapping, AssignedResource resource) {
        return mapping.verdict() == Verdict.MAPPED || mapping.verdict() == Verdict.PARTLY_MAPPED
                && mapping.areas().stream().anyMatch(area -> Unsigned.less(area.offset(), resource.hardwareSize()));
    }

    private static long space(Simulation simulation) {
        long space = 0;
        for (WindowUse window : simulation.assignment().windows()) {
            if (window.id() instanceof WindowId.OfHost && window.type().isMemory()) {
                space = Unsigned.addSaturated(space, window.used());
            }
        }
        return space;
    }

    /** What is wanted and not mapped as things are, sorted. */
    List<ResourceKey> unmetBefore() {
        return judge(before).unmet().stream().sorted().toList();
    }

    /** The other resources in the page of a BAR, as things are. */
    List<ResourceKey> sharedWith(ResourceKey bar) {
        return Optional.ofNullable(mappings.get(bar)).map(Mapping::sharedWith).orElse(List.of());
    }

    /** Whether a BAR is placed, and within a page instead of at its beginning: whoever maps it has to move it. */
    boolean hasToMove(ResourceKey bar) {
        return Optional.ofNullable(mappings.get(bar)).flatMap(Mapping::reason).filter(Mapping.Reason.UNALIGNED::equals).isPresent();
    }

    /** The memory BARs and the ROM of a function that have a place and are not fixed. */
    List<AssignedResource> movable(PciAddress function) {
        return movable.getOrDefault(function, List.of());
    }

    private static ResourceKey keyOf(Mapping mapping) {
        return new ResourceKey(mapping.function(), ResourceName.bar(mapping.bar()));
    }
}
