package org.pcitopo.capture.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.RecordedOutcome;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.replay.BridgeTree.Place;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Hotplug ports that no line names. Without the hotplug driver a log says nothing of them, but their windows do: I/O although
 * nothing below has ports, next to 2 MiB of memory, or 2 MiB of prefetchable memory although nothing below asks for any (ROMs
 * can use none of 64 bits). Coarser windows make more of it.
 */
final class HiddenHotplug {

    /** The kernel's usual reserve ({@code DEFAULT_HOTPLUG_MMIO_SIZE}). */
    private static final long RESERVE = 0x20_0000;

    private final CapturedMachine machine;
    private final RecordedOutcome recorded;
    private final Map<ResourceKey, AssignedResource> predicted;

    HiddenHotplug(CapturedMachine machine, RecordedOutcome recorded, Map<ResourceKey, AssignedResource> predicted) {
        this.machine = machine;
        this.recorded = recorded;
        this.predicted = predicted;
    }

    /** The port furthest down, empty where there is none. */
    Optional<PciAddress> find(HostBridge host) {
        List<Place> hidden = BridgeTree.of(host).found().stream().filter(this::isHidden).toList();
        return hidden.stream().filter(place -> place.below().stream().noneMatch(hidden::contains)).map(Place::address).findFirst();
    }

    private boolean isHidden(Place place) {
        if (place.function().bridge().isEmpty() || !isAssumed(place.address())) {
            return false;
        }
        boolean ports = opened(place, ResourceName.IO_WINDOW).isPresent() && asksForNone(place, ResourceType::isIo, false)
                && (holdsReserve(place, ResourceName.MEM_WINDOW) || holdsReserve(place, ResourceName.PREF_WINDOW));
        boolean prefetchable = opened(place, ResourceName.PREF_WINDOW).isPresent() && holdsReserve(place, ResourceName.PREF_WINDOW)
                && asksForNone(place, ResourceType::prefetchable, !isWide(place));
        return ports || prefetchable;
    }

    private boolean isAssumed(PciAddress bridge) {
        return machine.provenance().of(FactNames.function(bridge, "hotplug"))
                .filter(origin -> origin.certainty() == Origin.Certainty.ASSUMED).isPresent();
    }

    /** A window that the kernel opened and the simulation did not. */
    private Optional<AddressRange> opened(Place bridge, ResourceName window) {
        ResourceKey key = new ResourceKey(bridge.address(), window);
        boolean unexpected = predicted.containsKey(key) && predicted.get(key).range().isEmpty();
        return unexpected ? ended(key) : Optional.empty();
    }

    private Optional<AddressRange> ended(ResourceKey key) {
        return Optional.ofNullable(recorded.resources().get(key)).flatMap(Answer.Outcome::range);
    }

    private static boolean isWide(Place bridge) {
        return bridge.function().bridge().flatMap(one -> one.prefetchable()).filter(window -> window.type().is64Bit()).isPresent();
    }

    private boolean holdsReserve(Place bridge, ResourceName window) {
        return ended(new ResourceKey(bridge.address(), window))
                .filter(range -> Unsigned.lessOrEqual(RESERVE, range.size())).isPresent();
    }

    private boolean asksForNone(Place bridge, Predicate<ResourceType> type, boolean romsCount) {
        return bridge.below().stream().noneMatch(place -> asks(place, type)
                || romsCount && place.function().rom().isPresent()
                || place.function().bridge().filter(one -> one.hotplug()).isPresent());
    }

    /** What keeps firmware's place asks for nothing. */
    private boolean asks(Place place, Predicate<ResourceType> type) {
        Function function = place.function();
        return function.bars().stream().anyMatch(bar -> type.test(bar.type()) && !isKept(place, ResourceName.bar(bar.index())))
                || function.sriov().stream().flatMap(sriov -> sriov.vfBars().stream()).map(Bar::type).anyMatch(type);
    }

    private boolean isKept(Place place, ResourceName name) {
        return Optional.ofNullable(predicted.get(new ResourceKey(place.address(), name)))
                .filter(prediction -> prediction.state() == ResourceState.CLAIMED).isPresent();
    }
}
