package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a memory window is aligned, from its children (behaviour specification 5.4). Sizes and alignments are in MiB. */
class HeadAlignmentTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # children, halving (up to 6.18.12), from the head (later)
            '1',        1,   1
            '1 256 4',  128, 256
            '4 2 1',    1,   1
            '16 64 32', 16,  16
            '8 8 16',   8,   1
            '16 2',     8,   16
            '256 256',  256, 256
            '1 1 1 1',  1,   1
            '512 64',   256, 512
            """)
    void alignsAsTheReleaseDoes(String children, long halving, long fromHead) {
        assertEquals(halving + " " + fromHead, halving(children) + " " + fromHead(children));
    }

    @Test
    void withoutChildrenTheUnitRemains() {
        assertEquals(1L << 20, HeadAlignment.fromHead(new long[28], 0));
    }

    private static long halving(String children) {
        return HeadAlignment.halving(aligned(children), maxOrder(children)) >> 20;
    }

    private static long fromHead(String children) {
        return HeadAlignment.fromHead(aligned(children), maxOrder(children)) >> 20;
    }

    private static long[] aligned(String children) {
        long[] aligned = new long[28];
        for (String child : children.split(" ")) {
            long size = Long.parseLong(child);
            aligned[Long.numberOfTrailingZeros(size)] += size << 20;
        }
        return aligned;
    }

    private static int maxOrder(String children) {
        int max = 0;
        for (String child : children.split(" ")) {
            max = Math.max(max, Long.numberOfTrailingZeros(Long.parseLong(child)));
        }
        return max;
    }
}
