package org.pcitopo.simulator.assign;

import java.util.List;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceName;

/**
 * Freescale's and Motorola's host bridges show themselves as functions of their own bus, and their BARs are inbound windows;
 * powerpc hides them from assignment ({@code fixup_hide_host_resource_fsl}). The ports of PCIe hosts show themselves as bridges.
 */
final class FreescaleHost {

    private static final String DRIVER = "fsl-pci";
    private static final int MOTOROLA = 0x1057;
    private static final int FREESCALE = 0x1957;
    private static final int CLASS_PROCESSOR_POWERPC = 0x0b20;
    private static final int CLASS_BRIDGE_OTHER = 0x0680;
    private static final int AGENT = 0x0f;

    private FreescaleHost() {
    }

    /**
     * The root port of a PCIe host gets the windows of its host bridge, whatever its registers say: ports, then the first two
     * ranges of memory ({@code fsl_pcibios_fixup_bus}).
     */
    static void copyWindows(Bus root) {
        if (!root.host.isDrivenBy(DRIVER)) {
            return;
        }
        List<Region> ports = root.windows.stream().filter(window -> window.has(Flags.IO)).toList();
        List<Region> memory = root.windows.stream().filter(window -> window.has(Flags.MEM)).toList();
        for (Device bridge : root.devices) {
            bridge.region(ResourceName.IO_WINDOW).ifPresent(window -> copy(ports, 0, window));
            bridge.region(ResourceName.MEM_WINDOW).ifPresent(window -> copy(memory, 0, window));
            bridge.region(ResourceName.PREF_WINDOW).ifPresent(window -> copy(memory, 1, window));
        }
    }

    private static void copy(List<Region> hosts, int index, Region to) {
        if (index < hosts.size()) {
            to.set(hosts.get(index).range());
            to.flags = hosts.get(index).flags;
        } else {
            to.reset();
        }
    }

    /** Whether the registers of {@code function}, which is on {@code bus}, are hidden. */
    static boolean hides(Platform platform, Bus bus, Function function) {
        DeviceIds ids = function.ids();
        boolean maker = ids.vendor() == MOTOROLA || ids.vendor() == FREESCALE;
        boolean kind = ids.baseAndSubClass() == CLASS_PROCESSOR_POWERPC || ids.baseAndSubClass() == CLASS_BRIDGE_OTHER;
        return platform.architecture().isPowerPc() && bus.isRoot() && function.bridge().isEmpty() && maker && kind
                && (ids.classCode() & AGENT) == 0;
    }
}
