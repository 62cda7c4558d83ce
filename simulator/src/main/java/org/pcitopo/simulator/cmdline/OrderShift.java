package org.pcitopo.simulator.cmdline;

import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Architecture;

/**
 * From an order to bytes. Where C leaves the shift undefined, what the processor's shift instruction does counts: x86, arm64
 * and most others take the count modulo the width, powerpc and arm shift everything out (behaviour specification 1.2, C9).
 */
final class OrderShift {

    private OrderShift() {
    }

    /** Whether the kernel refuses {@code order} and takes the page size. */
    static boolean rejected(int order, KernelRules rules) {
        return rules.has(Behaviour.ORDER_LIMIT) && order > 63;
    }

    /** Bytes asked for by {@code order}; 0 where nothing is left of the shifted bit. */
    static long alignment(int order, KernelRules rules, Architecture architecture, long pageSize) {
        if (rejected(order, rules)) {
            return pageSize;
        }
        if (rules.has(Behaviour.ORDER_LIMIT)) {
            return shift(1, order, 64, architecture);
        }
        // -1 was the kernel's own mark for "no order given".
        return order == -1 ? pageSize : (int) shift(1, order, 32, architecture);
    }

    private static long shift(long value, int count, int width, Architecture architecture) {
        boolean shiftsOut = architecture.isPowerPc() || architecture == Architecture.ARM
                || architecture == Architecture.IA64;
        // These instructions look at one bit more than the width needs.
        int seen = count & (shiftsOut ? 2 * width - 1 : width - 1);
        return seen >= width ? 0 : value << seen;
    }
}
