package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Platform;

/**
 * Freescale's and Motorola's host bridges show themselves as functions of their own bus, and their BARs are inbound windows;
 * powerpc hides them from assignment ({@code fixup_hide_host_resource_fsl}).
 */
final class FreescaleHost {

    private static final int MOTOROLA = 0x1057;
    private static final int FREESCALE = 0x1957;
    private static final int CLASS_PROCESSOR_POWERPC = 0x0b20;
    private static final int CLASS_BRIDGE_OTHER = 0x0680;
    private static final int AGENT = 0x0f;

    private FreescaleHost() {
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
