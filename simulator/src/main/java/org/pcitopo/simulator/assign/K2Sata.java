package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Platform;

/**
 * The SATA controller in Apple's K2 chip shows I/O BARs that cannot be used; powerpc forgets them ({@code fixup_k2_sata} of
 * {@code arch/powerpc/platforms/powermac}).
 */
final class K2Sata {

    private static final int SERVERWORKS = 0x1166;
    private static final int K2_SATA = 0x0240;
    private static final int MEMORY_BAR = 5;

    private K2Sata() {
    }

    /** Whether {@code bar} of {@code function} is forgotten. */
    static boolean lacks(Platform platform, Function function, Bar bar) {
        DeviceIds ids = function.ids();
        return platform.architecture().isPowerPc() && ids.vendor() == SERVERWORKS && ids.device() == K2_SATA
                && (function.function() != 0 || bar.index() < MEMORY_BAR);
    }
}
