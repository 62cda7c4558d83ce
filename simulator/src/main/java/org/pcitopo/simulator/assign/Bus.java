package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.ResourceName;

/** A bus while the kernel works on it. */
final class Bus {

    final HostBridge host;
    final int number;
    /** The bridge above, empty for a root bus. */
    final Optional<Device> self;
    /** Bridges between this bus and the host. */
    final int level;
    /** In scan order: ascending by device and function. */
    final List<Device> devices = new ArrayList<>();
    /** What the bus can place things in: its bridge's windows, then those of the bus above where decode is subtractive. */
    final List<Region> windows = new ArrayList<>(3);

    /** Highest bus number at or below this bus. */
    int subordinate;

    Bus(HostBridge host, int number, Optional<Device> self) {
        this.host = host;
        this.number = number;
        this.self = self;
        this.level = self.map(bridge -> bridge.bus.level + 1).orElse(0);
        this.subordinate = host.lastBus();
    }

    boolean isRoot() {
        return self.isEmpty();
    }

    Optional<Bus> parent() {
        return self.map(bridge -> bridge.bus);
    }

    Optional<Region> ownWindow(ResourceName name) {
        return self.flatMap(bridge -> bridge.region(name));
    }

    /** What a register holds for where {@code region} starts: its address less the offset of the host window around it. */
    long busStart(Region region) {
        for (HostWindow window : host.windows()) {
            boolean sameSpace = window.type().isIo() == region.has(Flags.IO);
            if (sameSpace && window.range().contains(region.start)) {
                return region.start - window.offset();
            }
        }
        return region.start;
    }

    /** The buses directly below, in device order. */
    List<Bus> children() {
        List<Bus> below = new ArrayList<>();
        for (Device device : devices) {
            device.subordinate().ifPresent(below::add);
        }
        return below;
    }

    /** Levels of buses below this one. */
    int depth() {
        int depth = 0;
        for (Bus child : children()) {
            depth = Math.max(depth, child.depth() + 1);
        }
        return depth;
    }
}
