package org.pcitopo.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.SortedMap;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.topology.Unsigned;

/** Finds the resources of a topology by address. Functions below a bridge whose buses are not numbered have no address yet. */
final class TopologyIndex {

    private final Topology topology;
    private final SortedMap<ResourceKey, Expected> resources = new TreeMap<>();
    private final Map<Long, PciAddress> bridgesByBus = new HashMap<>();

    /**
     * What a resource is like.
     *
     * @param space its address space
     * @param size bytes, of all VFs for a VF BAR; 0 for a window
     */
    record Expected(Space space, long size) {
    }

    TopologyIndex(Topology topology) {
        this.topology = topology;
        for (HostBridge host : topology.hostBridges()) {
            add(host.domain(), host.firstBus(), host.functions());
        }
    }

    private void add(int domain, int bus, List<Function> functions) {
        for (Function function : functions) {
            PciAddress address = new PciAddress(domain, bus, function.device(), function.function());
            function.bars().forEach(bar -> put(address, ResourceName.bar(bar.index()), bar, 1));
            function.rom().ifPresent(rom ->
                    resources.put(new ResourceKey(address, ResourceName.ROM), new Expected(Space.MEM, rom.size())));
            function.sriov().ifPresent(sriov -> sriov.vfBars()
                    .forEach(bar -> put(address, ResourceName.vfBar(bar.index()), bar, sriov.totalVfs())));
            function.bridge().ifPresent(bridge -> addBridge(address, bridge));
        }
    }

    private void put(PciAddress address, ResourceName name, Bar bar, int count) {
        resources.put(new ResourceKey(address, name),
                new Expected(bar.type().space(), Unsigned.multiplySaturated(bar.size(), count)));
    }

    private void addBridge(PciAddress address, Bridge bridge) {
        putWindow(address, ResourceName.IO_WINDOW, bridge.io());
        putWindow(address, ResourceName.MEM_WINDOW, bridge.memory());
        putWindow(address, ResourceName.PREF_WINDOW, bridge.prefetchable());
        bridge.secondary().ifPresent(bus -> {
            bridgesByBus.put(busKey(address.domain(), bus), address);
            add(address.domain(), bus, bridge.functions());
        });
    }

    private void putWindow(PciAddress address, ResourceName name, Optional<BridgeWindow> window) {
        window.ifPresent(found -> resources.put(new ResourceKey(address, name), new Expected(found.type().space(), 0)));
    }

    private static long busKey(int domain, int bus) {
        return (long) domain << 8 | bus;
    }

    /** Every resource in order. */
    SortedMap<ResourceKey, Expected> resources() {
        return resources;
    }

    Optional<Expected> resource(ResourceKey key) {
        return Optional.ofNullable(resources.get(key));
    }

    /** The bridge above {@code bus}. */
    Optional<PciAddress> bridgeAbove(int domain, int bus) {
        return Optional.ofNullable(bridgesByBus.get(busKey(domain, bus)));
    }

    /**
     * CPU addresses of a bus range: moved by the offset of the host window that holds it. A range in no window is empty, unless
     * the windows of its host are not known at all.
     */
    Optional<AddressRange> toCpu(PciAddress function, Space space, AddressRange busRange) {
        boolean anyWindow = false;
        for (HostBridge host : topology.hostBridges()) {
            if (host.domain() != function.domain() || function.bus() < host.firstBus() || function.bus() > host.lastBus()) {
                continue;
            }
            for (HostWindow window : host.windows()) {
                if (window.type().space() != space) {
                    continue;
                }
                anyWindow = true;
                Optional<AddressRange> bus = window.range().shifted(-window.offset());
                if (bus.filter(range -> range.contains(busRange)).isPresent()) {
                    return busRange.shifted(window.offset());
                }
            }
        }
        return anyWindow ? Optional.empty() : Optional.of(busRange);
    }
}
