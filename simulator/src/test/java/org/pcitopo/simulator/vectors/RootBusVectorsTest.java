package org.pcitopo.simulator.vectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** Behaviour specification 10.2: V01 to V09. */
class RootBusVectorsTest {

    private static final String FOUR = """
            01.0 TD
            02.0 SD
            03.0 SD
            04.0 ED
            """;

    @ParameterizedTest
    @ValueSource(strings = {"5.10.223", "6.1.192", "6.12.107", "6.18.12", "6.19.14", "7.0.13", "7.1.13", "7.3.4"})
    void v01TheLargestAlignmentGoesFirst(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel).places("""
                00:04.0 bar0 0x10000000-0x100fffff
                00:01.0 bar0 0x10100000-0x10100fff
                00:01.0 bar1 0x1000-0x10ff
                00:02.0 bar0 0x10101000-0x101010ff
                00:03.0 bar0 0x10101100-0x101011ff
                """).maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 emulated page-shared
                00:03.0 bar0 emulated unaligned
                00:04.0 bar0 mapped
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10.223", "6.1.192", "7.3.4"})
    void v01With64KPages(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "", 65536).maps("""
                00:01.0 bar0 emulated page-shared
                00:02.0 bar0 emulated unaligned
                00:03.0 bar0 emulated unaligned
                00:04.0 bar0 mapped
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10.223", "6.1.192", "6.12.107", "6.18.12", "6.19.14", "7.0.13", "7.1.13", "7.3.4"})
    void v02ARequestEnlargesAndMovesForward(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "resource_alignment=16@00:02.0").places("""
                00:04.0 bar0 0x10000000-0x100fffff
                00:02.0 bar0 0x10100000-0x1010ffff
                00:01.0 bar0 0x10110000-0x10110fff
                00:03.0 bar0 0x10111000-0x101110ff
                """).maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 mapped
                00:03.0 bar0 mapped
                00:04.0 bar0 mapped
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10.223", "6.1.192", "6.12.107", "6.18.12", "6.19.14", "7.0.13", "7.1.13", "7.3.4"})
    void v03IdsAskForAPage(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "resource_alignment=pci:1b36:0007").places("""
                00:04.0 bar0 0x10000000
                00:01.0 bar0 0x10100000-0x10100fff
                00:02.0 bar0 0x10101000-0x10101fff
                00:03.0 bar0 0x10102000-0x10102fff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10.223", "6.1.192", "6.12.107", "6.18.12", "6.19.14", "7.0.13", "7.1.13", "7.3.4"})
    void v04TheFirstMatchWins(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "resource_alignment=21@00:02.0;12@00:01.0;20@00:02.0").places("""
                00:02.0 bar0 0x10000000-0x101fffff
                00:04.0 bar0 0x10200000-0x102fffff
                00:01.0 bar0 0x10300000-0x10300fff
                00:03.0 bar0 0x10301000-0x103010ff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10.223", "6.1.192", "6.12.107", "6.18.12", "6.19.14", "7.0.13", "7.1.13", "7.3.4"})
    void v05AMalformedEntryEndsTheList(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "resource_alignment=16@00:02.0;garbage;16@00:03.0").places("""
                00:04.0 bar0 0x10000000-0x100fffff
                00:02.0 bar0 0x10100000-0x1010ffff
                00:01.0 bar0 0x10110000-0x10110fff
                00:03.0 bar0 0x10111000-0x101110ff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10.223", "6.1.192", "6.12.107", "6.18.12", "6.19.14", "7.0.13"})
    void v06AnOrderAbove63GivesThePageSize(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "resource_alignment=64@00:02.0;0x10@00:03.0").places("""
                00:04.0 bar0 0x10000000
                00:01.0 bar0 0x10100000
                00:02.0 bar0 0x10101000-0x10101fff
                00:03.0 bar0 0x10102000-0x101020ff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v07MainlineReadsNoWildcards(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "resource_alignment=16@*:*:*.*:noresize").places("""
                00:04.0 bar0 0x10000000-0x100fffff
                00:01.0 bar0 0x10100000-0x10100fff
                00:02.0 bar0 0x10101000-0x101010ff
                00:03.0 bar0 0x10101100-0x101011ff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v08IdsOfZeroMatchEverything(String kernel) {
        PaperMachine.arm64(FOUR).boot(kernel, "resource_alignment=16@pci:0:0").places("""
                00:04.0 bar0 0x10000000
                00:01.0 bar0 0x10100000-0x1010ffff
                00:02.0 bar0 0x10110000-0x1011ffff
                00:03.0 bar0 0x10120000-0x1012ffff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v09TwoLargeBarsFindNoRoom(String kernel) {
        PaperMachine.arm64WithoutHighWindow("""
                01.0 TD(512M)
                02.0 TD(512M)
                03.0 ED
                """).boot(kernel).places("""
                00:01.0 bar2 -
                00:02.0 bar2 -
                00:03.0 bar0 0x10000000
                00:01.0 bar0 0x10100000
                00:02.0 bar0 0x10101000
                """);
    }
}
