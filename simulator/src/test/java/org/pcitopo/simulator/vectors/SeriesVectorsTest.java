package org.pcitopo.simulator.vectors;

import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;

/** Behaviour specification 10.7: W02. W01 stands with the powernv vectors, W03 with the vfio policy. */
class SeriesVectorsTest {

    private static final String FOUR = """
            01.0 TD
            02.0 SD
            03.0 SD
            04.0 ED
            """;

    @Test
    void w02NoresizeAlignsEveryBarAndKeepsItsSize() {
        PaperMachine.arm64(FOUR).boot("v4", "resource_alignment=*:*:*.*:noresize").places("""
                00:04.0 bar0 0x10000000
                00:01.0 bar0 0x10100000
                00:02.0 bar0 0x10101000-0x101010ff
                00:03.0 bar0 0x10102000-0x101020ff
                """).maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 mapped
                00:03.0 bar0 mapped
                00:04.0 bar0 mapped
                """);
    }

    @Test
    void w02LargerOrdersSpreadThemFurther() {
        PaperMachine.arm64(FOUR).boot("v4", "resource_alignment=16@*:*:*.*:noresize").places("""
                00:04.0 bar0 0x10000000-0x100fffff
                00:01.0 bar0 0x10100000-0x10100fff
                00:02.0 bar0 0x10110000-0x101100ff
                00:03.0 bar0 0x10120000-0x101200ff
                """);
    }
}
