package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;

/** What wants more than it needs (behaviour specification 5.5, 6.6). */
class OptionalListTest {

    private final Workbench bench = Workbench.of(PaperMachine.arm64("01.0 m32:4K\n02.0 m32:4K"), "6.12");
    private final Region first = bench.region("00:01.0 bar0");
    private final Region second = bench.region("00:02.0 bar0");
    private final OptionalList list = new OptionalList();

    private void add(Region region, long size) {
        list.add(bench.device(PaperBoot.shortName(region.key.orElseThrow().function())), region, size, 0x1000);
    }

    @Test
    void tellsHowMuchSomethingWants() {
        add(first, 0x3000);
        assertEquals(0x3000, list.addSize(first));
    }

    @Test
    void whatIsNotListedWantsNothing() {
        add(first, 0x3000);
        assertEquals(0, list.addSize(second) + list.minAlign(second));
    }

    @Test
    void theLastOneIsFirst() {
        add(first, 1);
        add(second, 1);
        assertEquals(second, list.lastFirst().get(0).region());
    }

    @Test
    void whatIsRemovedIsGone() {
        add(first, 1);
        list.remove(first);
        assertTrue(list.isEmpty());
    }

    @Test
    void aWishCanBeReduced() {
        add(first, 0x3000);
        list.reduce(first, 0x1000);
        assertEquals(0x2000, list.addSize(first));
    }

    @Test
    void aWishIsNotReducedBelowNothing() {
        add(first, 0x1000);
        list.reduce(first, 0x3000);
        assertEquals(0, list.addSize(first));
    }
}
