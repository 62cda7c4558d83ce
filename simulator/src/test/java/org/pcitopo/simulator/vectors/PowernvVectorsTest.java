package org.pcitopo.simulator.vectors;

import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;

/** Behaviour specification 10.5: P01 to P03, and W01 of 10.7. */
class PowernvVectorsTest {

    private static final String P01 = """
            00.0 RPn {
                00.0 PP {
                    01.0 SD
                    02.0 TD(1M)
                    03.0 SD
                }
            }
            """;

    @Test
    void p01TheDefaultAlignmentSeparatesSubPageBars() {
        PaperMachine.powernv9(P01).boot("6.1.176").places("""
                01:00.0 bar0 0x600c000400000-0x600c0004000ff
                02:01.0 bar0 0x600c000000000-0x600c0000000ff
                02:02.0 bar0 0x600c000010000-0x600c000010fff
                02:03.0 bar0 0x600c000020000-0x600c0000200ff
                02:02.0 bar2 0x6000000000000-0x60000000fffff
                02:02.0 bar1 -
                """).maps("""
                02:01.0 bar0 mapped
                02:02.0 bar0 mapped
                02:02.0 bar1 none unassigned
                02:02.0 bar2 mapped
                02:03.0 bar0 mapped
                """);
    }

    @Test
    void p01WindowsTakeWholeSegments() {
        PaperMachine.powernv9(P01).boot("6.1.176").placesInOrder("""
                00:00.0 pref 0x6000000000000-0x600001fffffff
                00:00.0 mem 0x600c000000000-0x600c0007fffff
                01:00.0 pref 0x6000000000000-0x600001fffffff
                01:00.0 mem 0x600c000000000-0x600c0003fffff
                """);
    }

    @Test
    void p02AnEntryEnlarges() {
        PaperMachine.powernv9(P01).boot("6.1.176", "resource_alignment=16@0000:02:01.0").places("""
                01:00.0 bar0 0x600c000400000-0x600c0004000ff
                02:01.0 bar0 0x600c000000000-0x600c00000ffff
                02:02.0 bar0 0x600c000010000-0x600c000010fff
                02:03.0 bar0 0x600c000020000-0x600c0000200ff
                02:02.0 bar2 0x6000000000000-0x60000000fffff
                """);
    }

    @Test
    void p03ASmallerEntryReplacesTheDefaultAndMakesItWorse() {
        PaperMachine.powernv9(P01).boot("6.1.176", "resource_alignment=12@pci:0:0").places("""
                02:01.0 bar0 0x600c000000000-0x600c000000fff
                02:02.0 bar0 0x600c000001000
                02:03.0 bar0 0x600c000002000
                """).maps("""
                02:01.0 bar0 emulated page-shared
                02:02.0 bar0 emulated unaligned
                02:02.0 bar1 none unassigned
                02:02.0 bar2 mapped
                02:03.0 bar0 emulated unaligned
                """);
    }

    @Test
    void w01WindowsTakeWholeSegments() {
        PaperMachine.powernv9(P01).withSegments(0x800000).boot("v4").placesInOrder("""
                00:00.0 mem 0x600c000000000-0x600c000ffffff
                01:00.0 mem 0x600c000000000-0x600c0007fffff
                """);
    }

    @Test
    void w01TheSeriesKeepsSizesByDefault() {
        PaperMachine.powernv9(P01).withSegments(0x800000).boot("v4").places("""
                01:00.0 bar0 0x600c000800000-0x600c0008000ff
                02:01.0 bar0 0x600c000000000-0x600c0000000ff
                02:02.0 bar0 0x600c000010000-0x600c000010fff
                02:03.0 bar0 0x600c000020000-0x600c0000200ff
                """).maps("""
                02:01.0 bar0 mapped
                02:02.0 bar0 mapped
                02:02.0 bar1 none unassigned
                02:02.0 bar2 mapped
                02:03.0 bar0 mapped
                """);
    }
}
