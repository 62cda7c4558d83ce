package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;

/**
 * The alignment that a platform asks for every function on its own ({@code pcibios_default_alignment}; behaviour specification
 * 4.5, 8.3).
 */
public final class DefaultAlignment {

    private DefaultAlignment() {
    }

    /** Bytes, 0 for none; {@code pageSize} in bytes. */
    public static long of(Platform platform, KernelRules rules, long pageSize) {
        boolean hasDefault = rules.has(Behaviour.KEEP_LARGE_ENOUGH) && platform.machine() == Machine.POWERNV
                || rules.has(Behaviour.NORESIZE_AND_WILDCARDS) && platform.architecture().isPowerPc();
        return platform.defaultAlignment().orElse(hasDefault ? pageSize : 0);
    }
}
