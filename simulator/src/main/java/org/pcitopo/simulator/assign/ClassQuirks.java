package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.DeviceIds;

/** Functions whose class register is wrong and which the kernel corrects before it looks at it (header fixups). */
final class ClassQuirks {

    /** The root port of IBM's P7IOC says host bridge ({@code pnv_p7ioc_rc_quirk}). */
    private static final int IBM = 0x1014;
    private static final int P7IOC_ROOT_PORT = 0x03b9;
    private static final int PCI_BRIDGE = 0x0604;

    private ClassQuirks() {
    }

    /** Base class and sub class as the kernel takes them. */
    static int baseAndSubClass(DeviceIds ids) {
        boolean p7ioc = ids.vendor() == IBM && ids.device() == P7IOC_ROOT_PORT;
        return p7ioc ? PCI_BRIDGE : ids.baseAndSubClass();
    }
}
