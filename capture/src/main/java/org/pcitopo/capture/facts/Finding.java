package org.pcitopo.capture.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * A fact: what stood before the kernel assigned anything, or what hardware says of itself. Readers deliver as many as they
 * find; the merge puts them together, the surer origin first.
 */
public sealed interface Finding {

    /** Where it is said. */
    Origin origin();

    /** A fact about one function. */
    sealed interface OfFunction extends Finding {
        PciAddress function();
    }

    // ---- the boot and its platform

    /** What {@code uname -r} prints. */
    record KernelText(String release, Origin origin) implements Finding {
    }

    /** The rules' release, where the source names it apart from {@link KernelText}. */
    record Release(KernelRelease release, Origin origin) implements Finding {
    }

    /** The wording fits these releases alone. */
    record ReleaseWithin(ReleaseRange range, Origin origin) implements Finding {
    }

    /** The text of {@code /proc/cmdline}. */
    record CommandLine(String text, Origin origin) implements Finding {
    }

    record ArchitectureIs(Architecture architecture, Origin origin) implements Finding {
    }

    record MachineIs(Machine machine, Origin origin) implements Finding {
    }

    /** @param bytes a power of two */
    record PageSize(long bytes, Origin origin) implements Finding {
    }

    /** The machine's model as firmware or its device tree names it. */
    record HardwareModel(String text, Origin origin) implements Finding {
    }

    /**
     * What was done to the machine after its boot, before its state was read.
     *
     * @param steps in order
     */
    record StepsDone(List<BootStep> steps, Origin origin) implements Finding {
        public StepsDone {
            steps = List.copyOf(steps);
        }
    }

    record ProbeOnly(boolean on, Origin origin) implements Finding {
    }

    record IsolatedMsi(boolean on, Origin origin) implements Finding {
    }

    /** @param name kernel configuration without {@code CONFIG_} */
    record Configured(String name, boolean on, Origin origin) implements Finding {
    }

    record MemoryMapEntry(E820Entry entry, Origin origin) implements Finding {
    }

    record Reserved(Reservation reservation, Origin origin) implements Finding {
    }

    // ---- host bridges

    /** @param name what the platform calls it, empty where not known */
    record Host(int domain, int bus, String name, Origin origin) implements Finding {
    }

    /** One more window of a host bridge; their order is firmware's. */
    record WindowOfHost(int domain, int bus, HostWindow window, Origin origin) implements Finding {
    }

    record BusesOfHost(int domain, int firstBus, int lastBus, Origin origin) implements Finding {
    }

    record IodaOfHost(int domain, Ioda ioda, Origin origin) implements Finding {
    }

    record PreservesConfig(int domain, int bus, Origin origin) implements Finding {
    }

    // ---- functions

    /** The function exists; others tell what it is. */
    record Present(PciAddress function, Origin origin) implements OfFunction {
    }

    /** The function was not there when the kernel assigned: it was plugged in, powered on or created later. */
    record AppearedLater(PciAddress function, Origin origin) implements OfFunction {
    }

    record VendorDevice(PciAddress function, int vendor, int device, Origin origin) implements OfFunction {
    }

    record Subsystem(PciAddress function, int vendor, int device, Origin origin) implements OfFunction {
    }

    /** @param classCode 24 bits: base class, sub class, programming interface */
    record ClassCode(PciAddress function, int classCode, Origin origin) implements OfFunction {
    }

    /** @param type 0 endpoint, 1 PCI-PCI bridge, 2 CardBus bridge */
    record HeaderType(PciAddress function, int type, Origin origin) implements OfFunction {
    }

    /** A person's or a database's description of the function. */
    record Label(PciAddress function, String text, Origin origin) implements OfFunction {
    }

    /**
     * A BAR, ROM or VF BAR with its size.
     *
     * @param type what its low bits say; {@code MEM32_PREF} for a ROM
     * @param size bytes that the hardware decodes, a power of two; of one VF for a VF BAR
     */
    record Register(PciAddress function, ResourceName name, ResourceType type, long size, Origin origin) implements OfFunction {
    }

    /** A BAR's type alone, from its low bits. */
    record RegisterType(PciAddress function, ResourceName name, ResourceType type, Origin origin) implements OfFunction {
    }

    /** @param start CPU address that firmware left in a BAR or ROM; empty where it is no address of any host window */
    record FirmwareAddress(PciAddress function, ResourceName name, OptionalLong start, Origin origin) implements OfFunction {
    }

    /** Enhanced Allocation or legacy IDE: never moved. */
    record FixedRegister(PciAddress function, ResourceName name, Origin origin) implements OfFunction {
    }

    /** @param sizes bytes, ascending */
    record ResizableBar(PciAddress function, int bar, List<Long> sizes, Origin origin) implements OfFunction {
        public ResizableBar {
            sizes = List.copyOf(sizes);
        }
    }

    /** Whether the ROM's enable bit was on before the boot, and whether it is the boot display's shadow. */
    record RomState(PciAddress function, boolean enabled, boolean shadow, Origin origin) implements OfFunction {
    }

    record Msix(PciAddress function, MsixTable table, Origin origin) implements OfFunction {
    }

    /** The SR-IOV capability apart from its VF BARs; fields that a source does not tell are 0, page sizes then empty. */
    record SriovCapability(PciAddress function, int totalVfs, int offset, int stride, int vfDeviceId, Set<Long> pageSizes,
            Origin origin) implements OfFunction {
        public SriovCapability {
            pageSizes = Set.copyOf(pageSizes);
        }
    }

    /** The decoders that firmware left on. */
    record DecodeBits(PciAddress function, Decode decode, Origin origin) implements OfFunction {
    }

    /** The function got its own driver {@code name}. */
    record Driver(PciAddress function, String name, Origin origin) implements OfFunction {
    }

    record IommuGroup(PciAddress function, int group, Origin origin) implements OfFunction {
    }

    // ---- bridges

    record KindOfBridge(PciAddress function, BridgeKind kind, Origin origin) implements OfFunction {
    }

    record Buses(PciAddress function, int secondary, int subordinate, Origin origin) implements OfFunction {
    }

    /** Slot Capabilities say Hot-Plug Capable, or not. */
    record Hotplug(PciAddress function, boolean capable, Origin origin) implements OfFunction {
    }

    /** Programming interface 0x01: subtractive decode. */
    record Transparent(PciAddress function, Origin origin) implements OfFunction {
    }

    /** @param type empty where the bridge does not implement the window */
    record WindowType(PciAddress function, ResourceName name, Optional<ResourceType> type, Origin origin) implements OfFunction {
    }

    /** @param range CPU addresses that firmware left in a window's registers; empty where it was closed */
    record FirmwareWindow(PciAddress function, ResourceName name, ResourceType type, Optional<AddressRange> range, Origin origin)
            implements OfFunction {
    }
}
