package org.pcitopo.capture.log;

import java.util.Optional;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.AddressRange;

/** What one line says about PCI. */
sealed interface PciEvent {

    /** A line about one function. */
    sealed interface OfFunction extends PciEvent {
        PciAddress function();

        /** The driver's name that stands before the address; {@code pci} as long as none is bound. */
        String driver();
    }

    record HostFound(int domain, int bus, String driver) implements PciEvent {
    }

    /** ACPI announces a host bridge before it is scanned. */
    record AcpiRoot(int domain, int firstBus, int lastBus, String name) implements PciEvent {
    }

    /** @param offset CPU address minus bus address */
    record RootWindow(int domain, int bus, ResourceText window, long offset) implements PciEvent {
    }

    /** Kernels before 3.3: a window of the host bridge that ACPI announced last. */
    record AcpiWindow(ResourceText window) implements PciEvent {
    }

    /** Apple's PCIe bridge gets the memory window that its host bridge has; the line follows the bridge's own. */
    record U4Range(ResourceText window) implements PciEvent {
    }

    /** Placing resources ended with some unplaced. @param automatic whether the kernel had tried more than once of its own accord */
    record Unplaced(int domain, int bus, boolean automatic) implements PciEvent {
    }

    record RootBuses(int domain, int bus, int first, int last) implements PciEvent {
    }

    /** Part of the list that the kernel prints of each bus when it has assigned everything. */
    record BusResource(int domain, int bus, int index, ResourceText resource) implements PciEvent {
    }

    /** A bus has been scanned: its last bus below is known now. */
    record BusEnd(int domain, int bus, int last) implements PciEvent {
    }

    /** Any other line about a bus: it exists. */
    record BusSeen(int domain, int bus) implements PciEvent {
    }

    /** @param classCode 24 bits; the programming interface is 0 where a kernel does not print it */
    record Found(PciAddress function, String driver, int vendor, int device, int headerType, int classCode,
            Optional<BridgeKind> kind) implements OfFunction {
    }

    /** @param subtractive the line says subtractive decode */
    record BridgeTo(PciAddress function, String driver, int secondary, int subordinate, boolean subtractive)
            implements OfFunction {
    }

    record Shown(PciAddress function, String driver, Place place, ResourceText resource, Remark remark) implements OfFunction {
    }

    /** What a line says of a resource that it shows. */
    enum Remark {
        /** Nothing: this is how the register reads, or where a window stands now. */
        NONE,
        ASSIGNED, FAILED, CLAIM_FAILED, RELEASED, DISABLED,
        /** An alignment request or the architecture's default takes effect. */
        ALIGNMENT,
        /** Window sizing wants optional bytes. */
        SIZED,
        /** Never moved: legacy IDE, Enhanced Allocation. */
        FIXED,
        /** A window of the bus above, listed again below a subtractive bridge. */
        SUBTRACTIVE,
        /** Something without effect on where the resource is. */
        OTHER
    }

    /** The VF BARs of all VFs together. @param count number of VFs */
    record VfTotal(PciAddress function, String driver, int bar, ResourceText total, int count) implements OfFunction {
    }

    /** Window sizing: {@code amount} optional bytes for the bridge to {@code secondary}. */
    record Optionally(PciAddress function, String driver, ResourceText window, int secondary, int subordinate, long amount)
            implements OfFunction {
    }

    record ShadowRom(PciAddress function, String driver) implements OfFunction {
    }

    record SlotCapabilities(PciAddress function, String driver, boolean hotplug) implements OfFunction {
    }

    /** The COMMAND register before and after a driver enabled the function. */
    record Enabling(PciAddress function, String driver, int before, int after) implements OfFunction {
    }

    record IommuGroup(PciAddress function, String driver, int group) implements OfFunction {
    }

    /** A quirk claims ports or memory of a chipset device. */
    record QuirkClaims(PciAddress function, String driver, Space space, AddressRange range, String owner) implements OfFunction {
    }

    /** A line about a function without meaning here. */
    record Other(PciAddress function, String driver) implements OfFunction {
    }
}
