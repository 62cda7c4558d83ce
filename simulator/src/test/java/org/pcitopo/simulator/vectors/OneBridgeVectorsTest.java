package org.pcitopo.simulator.vectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** Behaviour specification 10.3: V10 to V19. */
class OneBridgeVectorsTest {

    private static final String V10 = """
            01.0 BR {
                01.0 TD(1M)
                02.0 TD(256M)
                03.0 TD(4M)
            }
            """;

    private static final String V10_CHILDREN = """
            00:01.0 mem 0x10000000-0x100fffff
            01:02.0 bar2 0x8000000000-0x800fffffff
            01:03.0 bar2 0x8010000000-0x80103fffff
            01:01.0 bar2 0x8010400000-0x80104fffff
            01:01.0 bar0 0x10000000-0x10000fff
            01:02.0 bar0 0x10001000-0x10001fff
            01:03.0 bar0 0x10002000-0x10002fff
            """;

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12"})
    void v10OldAlignmentRoundsTheWindowUp(String kernel) {
        PaperMachine.arm64(V10).boot(kernel).places("00:01.0 pref 0x8000000000-0x8017ffffff\n" + V10_CHILDREN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.0.13", "7.3.4"})
    void v10NewAlignmentKeepsTheWindowSmall(String kernel) {
        PaperMachine.arm64(V10).boot(kernel).places("00:01.0 pref 0x8000000000-0x80104fffff\n" + V10_CHILDREN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v11SmallBarsShareAWindow(String kernel) {
        PaperMachine.arm64("""
                01.0 BR {
                    01.0 ED
                    02.0 TD(4M)
                    03.0 TD(2M)
                    04.0 ED
                    05.0 SD
                }
                """).boot(kernel).places("""
                00:01.0 pref 0x8000000000-0x80005fffff
                00:01.0 mem 0x10000000-0x102fffff
                01:02.0 bar2 0x8000000000
                01:03.0 bar2 0x8000400000
                01:01.0 bar0 0x10000000
                01:04.0 bar0 0x10100000
                01:02.0 bar0 0x10200000-0x10200fff
                01:03.0 bar0 0x10201000-0x10201fff
                01:05.0 bar0 0x10202000-0x102020ff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v12LargestFirstBehindABridge(String kernel) {
        PaperMachine.arm64("""
                01.0 BR {
                    01.0 TD(16M)
                    02.0 TD(64M)
                    03.0 TD(32M)
                }
                """).boot(kernel).places("""
                00:01.0 pref 0x8000000000-0x8006ffffff
                01:02.0 bar2 0x8000000000
                01:03.0 bar2 0x8004000000
                01:01.0 bar2 0x8006000000
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v13WindowBeforeBar(String kernel) {
        PaperMachine.arm64(V13).boot(kernel).places("""
                00:01.0 pref 0x8000000000-0x8001ffffff
                00:02.0 bar2 0x8002000000-0x80020fffff
                01:03.0 bar2 0x8000000000
                01:01.0 bar2 0x8001000000
                01:02.0 bar2 0x8001800000
                """);
    }

    private static final String V13 = """
            01.0 BR {
                01.0 TD(8M)
                02.0 TD(8M)
                03.0 TD(16M)
            }
            02.0 TD(1M)
            """;

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12"})
    void v13OldAlignmentPlacesThePrefetchableWindowFirst(String kernel) {
        PaperMachine.arm64(V13).boot(kernel).placesInOrder("""
                00:01.0 pref 0x8000000000-0x8001ffffff
                00:01.0 mem 0x10000000-0x100fffff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.0.13", "7.3.4"})
    void v13NewAlignmentPlacesTheMemoryWindowFirst(String kernel) {
        PaperMachine.arm64(V13).boot(kernel).placesInOrder("""
                00:01.0 mem 0x10000000-0x100fffff
                00:01.0 pref 0x8000000000-0x8001ffffff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v14A64BitBarGoesHighOnTheRootBusAlone(String kernel) {
        PaperMachine.arm64("""
                01.0 NV
                02.0 BR {
                    01.0 NV
                    02.0 TD(1M)
                }
                """).boot(kernel).places("""
                00:02.0 mem 0x10000000-0x100fffff
                00:02.0 pref 0x8000000000-0x80000fffff
                00:01.0 bar0 0x8000100000-0x8000103fff
                01:01.0 bar0 0x10000000-0x10003fff
                01:02.0 bar0 0x10004000-0x10004fff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v15ARomGoesIntoTheMemoryWindow(String kernel) {
        PaperMachine.arm64("""
                01.0 TD rom:64K
                02.0 BR {
                    01.0 TD(1M) rom:64K
                    02.0 SD
                }
                """).boot(kernel).places("""
                00:02.0 mem 0x10000000-0x100fffff
                00:02.0 pref 0x8000000000-0x80000fffff
                00:01.0 rom 0x10100000-0x1010ffff
                00:01.0 bar0 0x10110000-0x10110fff
                01:01.0 rom 0x10000000-0x1000ffff
                01:01.0 bar0 0x10010000-0x10010fff
                01:02.0 bar0 0x10011000-0x100110ff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v16RequestsEnlargeTheWindow(String kernel) {
        PaperMachine.arm64("""
                01.0 BR {
                    01.0 TD
                    02.0 SD
                    03.0 SD
                    04.0 ED
                }
                """).boot(kernel, "resource_alignment=16@pci:1b36:0007").places("""
                00:01.0 mem 0x10000000-0x101fffff
                01:04.0 bar0 0x10000000-0x100fffff
                01:02.0 bar0 0x10100000-0x1010ffff
                01:03.0 bar0 0x10110000-0x1011ffff
                01:01.0 bar0 0x10120000-0x10120fff
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v17IoWithoutAliases(String kernel) {
        StringBuilder bus = new StringBuilder("01.0 BR {\n");
        for (int slot = 1; slot <= 0x13; slot++) {
            bus.append(String.format("%02x.0 TD%n", slot));
        }
        PaperMachine.arm64(bus + "}\n02.0 TD\n03.0 TD\n").boot(kernel).places("""
                00:01.0 io 0x1000-0x2fff
                01:01.0 bar1 0x1000
                01:02.0 bar1 0x1100
                01:13.0 bar1 0x2200
                00:02.0 bar1 0x3000
                00:03.0 bar1 0x3100
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v18APrefetchableWindowFindsNoRoom(String kernel) {
        PaperMachine.arm64WithoutHighWindow("""
                01.0 BR {
                    01.0 TD(512M)
                    02.0 TD(64M)
                }
                03.0 ED
                """).boot(kernel).places("""
                00:01.0 pref -
                01:01.0 bar2 -
                01:02.0 bar2 -
                00:01.0 mem 0x10000000-0x100fffff
                00:03.0 bar0 0x10100000-0x101fffff
                01:01.0 bar0 0x10000000
                01:02.0 bar0 0x10001000
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.192", "6.12.107", "6.18.12", "7.0.13", "7.3.4"})
    void v19ARequestForABridgeDoesNotAlignItsWindows(String kernel) {
        PaperMachine.arm64("""
                01.0 BR {
                    01.0 TD(1M)
                }
                """).boot(kernel, "resource_alignment=24@00:01.0").places("""
                00:01.0 mem 0x10000000-0x100fffff
                00:01.0 pref 0x8000000000-0x80000fffff
                """);
    }
}
