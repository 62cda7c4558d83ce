package org.pcitopo.simulator.guest;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Sizes;
import org.pcitopo.simulator.topology.Unsigned;

/** What users of a VMM write, in its own words. */
final class VmmOptions {

    private static final int M_BITS = 20;
    private static final long LARGEST_OF_OVMF = 16L << 40;
    private static final long SMALLEST_OF_VIRT = 512L << 30;

    private final GuestMachine machine;

    VmmOptions(GuestMachine machine) {
        this.machine = machine;
    }

    /** Shows the MSI-X table in another BAR (QEMU 2.12, libvirt 8.2). */
    String relocateTable(PciAddress function, int bar) {
        return machine.vmm() == Vmm.LIBVIRT
                ? "<qemu:override><qemu:device alias=\"ua-ALIAS\"><qemu:frontend><qemu:property name=\"x-msix-relocation\" type=\"string\" value=\"bar"
                        + bar + "\"/></qemu:frontend></qemu:device></qemu:override>, ua-ALIAS being the alias of the hostdev of " + function
                : "-device vfio-pci,host=" + function + ",x-msix-relocation=bar" + bar;
    }

    /** Lets Cloud Hypervisor answer for a BAR. */
    String doNotMap(PciAddress function, int bar) {
        return "--device path=/sys/bus/pci/devices/" + function + "/,x_exclude_mmap_bars=[" + bar + "]";
    }

    /** What makes the window above 4 GiB large enough for {@code needed} bytes; empty where nothing does. */
    List<String> moreAbove(long needed) {
        long wanted = powerOfTwo(needed);
        if (!machine.isQemu()) {
            return List.of("--cpus max_phys_bits=" + Math.min(52, Unsigned.log2(wanted) + 1) + ", on a host whose processors have as many");
        }
        if (machine.isPseries()) {
            return List.of(machine.vmm() == Vmm.LIBVIRT ? "<controller type=\"pci\" index=\"1\" model=\"pci-root\"/>, and some functions on it"
                    : "-device spapr-pci-host-bridge,index=1, and some functions on it");
        }
        if (!machine.isPc()) {
            String option = "highmem-mmio-size=" + Sizes.text(Unsigned.max(wanted, 2 * SMALLEST_OF_VIRT));
            return List.of(machine.vmm() == Vmm.LIBVIRT ? arguments("-machine", option) : "-machine virt," + option);
        }
        List<String> options = new ArrayList<>();
        if (machine.has(Firmware.OVMF) && Unsigned.lessOrEqual(wanted, LARGEST_OF_OVMF)) {
            String value = "name=opt/ovmf/X-PciMmio64Mb,string=" + (wanted >>> M_BITS);
            options.add(machine.vmm() == Vmm.LIBVIRT ? arguments("-fw_cfg", value) : "-fw_cfg " + value);
        }
        if (Unsigned.less(1L << machine.physicalBits().orElse(Apertures.QEMU_BITS), 2 * wanted) || options.isEmpty()) {
            options.add(machine.vmm() == Vmm.LIBVIRT ? "<cpu mode=\"host-passthrough\"><maxphysaddr mode=\"passthrough\"/></cpu>"
                    : "-cpu host,host-phys-bits=on");
        }
        return options;
    }

    /** What leaves more room below 4 GiB; empty where nothing does. */
    List<String> moreBelow() {
        if (!machine.hasRootPorts()) {
            return machine.isPseries() ? moreAbove(0) : List.of();
        }
        List<String> options = new ArrayList<>();
        if (machine.has(Firmware.SEABIOS)) {
            options.add("OVMF instead of SeaBIOS: its window below 4G has 1536M");
        }
        options.add(machine.vmm() == Vmm.LIBVIRT
                ? "<address type=\"pci\" bus=\"0x00\"/> for functions with 64-bit BARs that are not prefetchable: on the root bus these may be above 4G"
                : "bus=pcie.0 for functions with 64-bit BARs that are not prefetchable: on the root bus these may be above 4G");
        return options;
    }

    private static String arguments(String option, String value) {
        return "<qemu:commandline><qemu:arg value=\"" + option + "\"/><qemu:arg value=\"" + value + "\"/></qemu:commandline>";
    }

    private static long powerOfTwo(long bytes) {
        return Unsigned.isPowerOfTwo(bytes) ? bytes : Long.highestOneBit(Math.max(1, bytes)) << 1;
    }
}
