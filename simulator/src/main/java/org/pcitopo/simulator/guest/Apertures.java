package org.pcitopo.simulator.guest;

import java.util.List;
import org.pcitopo.simulator.guest.Aperture.Place;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Unsigned;

/** The windows that VMMs and their firmware open for BARs of guests. */
final class Apertures {

    private static final long M = 1L << 20;
    private static final long G = 1L << 30;
    private static final long T = 1L << 40;
    private static final long FOUR_G = 4 * G;

    /** What QEMU tells guests without {@code host-phys-bits}. */
    static final int QEMU_BITS = 40;
    private static final int CLOUD_HYPERVISOR_BITS = 46;
    private static final int WIDEST_OF_OVMF = 46;
    private static final int WIDEST_OF_SEABIOS = 44;
    private static final long CLASSIC = 32 * G;
    private static final long VIRT_HIGH = 512 * G;

    private final GuestMachine machine;

    private Apertures(GuestMachine machine) {
        this.machine = machine;
    }

    /** The window below 4 GiB and the one above. */
    static List<Aperture> of(GuestMachine machine) {
        Apertures apertures = new Apertures(machine);
        return List.of(apertures.below(), apertures.above());
    }

    private Aperture below() {
        if (machine.isPseries()) {
            return low(0x2000_8000_0000L, 2 * G, "the 32-bit window of a pseries host bridge", "QEMU, mem_win_size");
        }
        if (!machine.isQemu()) {
            return machine.isPc()
                    ? low(0xc000_0000L, 640 * M, "fixed for the first PCI segment", "arch/src/x86_64/layout.rs, MEM_32BIT_DEVICES_SIZE")
                    : low(0x1000_0000L, 512 * M, "fixed for the first PCI segment", "arch/src/aarch64/layout.rs, MEM_32BIT_DEVICES_SIZE");
        }
        if (!machine.isPc()) {
            return low(0x1000_0000L, 0x2eff_0000L, "fixed on virt", "QEMU, hw/arm/virt.c, VIRT_PCIE_MMIO");
        }
        return machine.has(Firmware.OVMF)
                ? low(2 * G, 0xe000_0000L - 2 * G, "between low memory and MMCONFIG on q35", "OvmfPkg, PlatformMemMapInitialization")
                : low(0xc000_0000L, 0xfec0_0000L - 0xc000_0000L, "between MMCONFIG and the I/O APIC on q35",
                        "SeaBIOS, src/fw/pciinit.c, mch_mem_addr_setup");
    }

    private Aperture above() {
        if (machine.isPseries()) {
            return high(0x2100_0000_0000L, machine.aperture().orElse(T), "the 64-bit window of a pseries host bridge", "QEMU, mem64_win_size");
        }
        if (!machine.isQemu()) {
            long end = (1L << machine.physicalBits().orElse(CLOUD_HYPERVISOR_BITS)) - 0x1_0000L - M;
            return upTo(memoryEnd(), end, "from the end of memory to the end of " + machine.physicalBits().orElse(CLOUD_HYPERVISOR_BITS)
                    + " address bits", "vmm/src/memory_manager.rs, MemoryManager::new");
        }
        if (!machine.isPc()) {
            long size = machine.aperture().orElse(VIRT_HIGH);
            return high(Unsigned.max(VIRT_HIGH, Unsigned.alignUp(memoryEnd(), size)), size, "the default of virt",
                    "QEMU, hw/arm/virt.c, VIRT_HIGH_PCIE_MMIO");
        }
        return machine.has(Firmware.OVMF) ? ovmf() : seabios();
    }

    /**
     * An eighth of the address space where OVMF can trust the processor's word on its width, else 32 GiB; what the user asks for
     * in any case.
     */
    private Aperture ovmf() {
        String source = "OvmfPkg, PlatformDynamicMmioWindow";
        int bits = Math.min(machine.physicalBits().orElse(QEMU_BITS), WIDEST_OF_OVMF);
        long eighth = 1L << bits - 3;
        if (machine.aperture().isEmpty() && isTrusted(bits) && Unsigned.less(CLASSIC, eighth)
                && Unsigned.less(memoryEnd(), (1L << bits) - eighth)) {
            return high((1L << bits) - eighth, eighth, "an eighth of " + bits + " address bits", source);
        }
        long size = Unsigned.alignUp(machine.aperture().orElse(CLASSIC), G);
        long start = Unsigned.alignUp(Unsigned.alignUp(memoryEnd(), G), Long.highestOneBit(size));
        return high(start, size, machine.aperture().isPresent() ? "as given"
                : machine.physicalBits().isPresent() ? "the default, since an eighth of " + bits + " address bits is no more"
                : "the default, since QEMU's own " + QEMU_BITS + " address bits are not trusted", source);
    }

    /** QEMU tells guests 40 bits whatever the host has, so this width says nothing, but of AMD processors, which are not told apart here. */
    private static boolean isTrusted(int bits) {
        return bits > QEMU_BITS || bits == 36 || bits == 39;
    }

    private Aperture seabios() {
        int bits = machine.physicalBits().orElse(QEMU_BITS);
        int used = Unsigned.less(memoryEnd(), FOUR_G + T) ? Math.min(bits, WIDEST_OF_SEABIOS) : bits;
        return upTo(Unsigned.alignUp(memoryEnd(), G), 1L << used, "as much as is needed, within " + used + " address bits",
                "SeaBIOS, src/fw/pciinit.c, pci_bios_map_devices");
    }

    /** Where guest memory ends, at least 4 GiB. */
    private long memoryEnd() {
        long memory = machine.memory();
        long low;
        if (!machine.isPc()) {
            return Unsigned.max(FOUR_G, Unsigned.addSaturated(G, memory));
        } else if (!machine.isQemu()) {
            low = 3 * G;
        } else {
            low = Unsigned.less(memory, 0xb000_0000L) ? 0xb000_0000L : 2 * G;
        }
        return Unsigned.addSaturated(FOUR_G, Unsigned.subtractSaturated(memory, low));
    }

    private static Aperture low(long start, long size, String why, String source) {
        return new Aperture(Place.BELOW_4G, AddressRange.ofSize(start, size), why, source);
    }

    private static Aperture high(long start, long size, String why, String source) {
        return new Aperture(Place.ABOVE_4G, AddressRange.ofSize(start, size), why, source);
    }

    private static Aperture upTo(long start, long end, String why, String source) {
        long last = Unsigned.max(start, end - 1);
        return new Aperture(Place.ABOVE_4G, new AddressRange(start, last), why, source);
    }
}
