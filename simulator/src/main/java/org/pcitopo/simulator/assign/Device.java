package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;

/** A function while the kernel works on it. */
final class Device {

    final Function description;
    final PciAddress address;
    final Bus bus;
    /** In index order; windows of bridges among them. */
    final List<Region> regions = new ArrayList<>(4);
    private Optional<Bus> subordinate = Optional.empty();
    boolean ioDecode;
    boolean memoryDecode;

    Device(Function description, PciAddress address, Bus bus) {
        this.description = description;
        this.address = address;
        this.bus = bus;
        this.ioDecode = description.decode().io();
        this.memoryDecode = description.decode().memory();
    }

    Optional<Bus> subordinate() {
        return subordinate;
    }

    void setSubordinate(Bus below) {
        subordinate = Optional.of(below);
    }

    Optional<Bridge> bridge() {
        return description.bridge();
    }

    boolean isCardBus() {
        return bridge().filter(bridge -> bridge.kind() == BridgeKind.CARDBUS).isPresent();
    }

    /** Whether it is a bridge of class 0x0604, whose windows can be clipped and released. */
    boolean isPciBridge() {
        return bridge().isPresent() && !isCardBus();
    }

    boolean isHotplugBridge() {
        return bridge().filter(Bridge::hotplug).isPresent();
    }

    boolean isTransparent() {
        return bridge().filter(Bridge::transparent).isPresent();
    }

    Optional<Region> region(ResourceName name) {
        for (Region region : regions) {
            if (region.key.orElseThrow().name() == name) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    static ResourceName nameOf(Region region) {
        return region.key.orElseThrow().name();
    }

    /** The kernel leaves the resources of classless functions, host bridges and enabled IO-APICs alone. */
    boolean assignable() {
        int sort = ClassQuirks.baseAndSubClass(description.ids());
        if (sort == DeviceIds.CLASS_NOT_DEFINED || sort == DeviceIds.CLASS_HOST_BRIDGE) {
            return false;
        }
        return sort != DeviceIds.CLASS_PIC || !(ioDecode || memoryDecode);
    }
}
