package org.pcitopo.simulator.assign;

import org.pcitopo.simulator.topology.Unsigned;

/**
 * The alignment of a memory window, from how much of its children is aligned how (behaviour specification 5.4).
 *
 * <p>{@code aligned[o]} holds the bytes of children aligned to 2<sup>o</sup> MiB; smaller alignments count as 1 MiB.
 */
final class HeadAlignment {

    private static final int UNIT = 20;

    private HeadAlignment() {
    }

    /** Up to 6.18.12: half the largest child where the smaller ones fill the first half ({@code calculate_mem_align}). */
    static long halving(long[] aligned, int maxOrder) {
        long smaller = 0;
        long alignment = 0;
        for (int order = 0; order <= maxOrder; order++) {
            long own = 1L << (order + UNIT);
            if (smaller == 0) {
                alignment = own;
            } else if (Unsigned.less(Unsigned.alignUp(smaller + alignment, alignment), own)) {
                alignment = own >>> 1;
            }
            smaller += aligned[order];
        }
        return alignment;
    }

    /** From 6.18.15: as small as the children in front of the largest allow ({@code calculate_head_align}). */
    static long fromHead(long[] aligned, int maxOrder) {
        long head = 1L << (maxOrder + UNIT);
        long remaining = 0;
        for (int order = maxOrder - 1; order >= 0; order--) {
            remaining += aligned[order];
            while (Unsigned.less(1L << (order + UNIT), head) && Unsigned.lessOrEqual(head >>> 1, remaining)) {
                head >>>= 1;
                remaining -= head;
            }
        }
        return head;
    }
}
