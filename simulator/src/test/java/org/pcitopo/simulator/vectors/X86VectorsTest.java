package org.pcitopo.simulator.vectors;

import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;

/** Behaviour specification 10.6 and 10.7: X10 to X13, X01 to X04. */
class X86VectorsTest {

    private static final String Q35 = """
            01.0 m32:4K@0xfeb00000 io:256@0xc000
            02.0 SD@0xfeb01000
            03.0 SD@0xfeb02000
            04.0 ED@0xfea00000
            05.0 BR mem=0xfe800000-0xfe9fffff {
                01.0 SD@0xfe800000
                02.0 SD@0xfe801000
            }
            """;

    private static final String THREE = """
            01.0 TD@0x80000000
            02.0 SD@0x80001000
            03.0 SD@0x80001100
            """;

    @Test
    void x10FirmwaresPlacesStay() {
        PaperMachine.q35(Q35).boot("6.1.192").movesNothing().maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 mapped
                00:03.0 bar0 mapped
                00:04.0 bar0 mapped
                01:01.0 bar0 mapped
                01:02.0 bar0 mapped
                """);
    }

    @Test
    void x11OnlyTheRequestedFunctionMoves() {
        PaperMachine.q35(Q35).boot("6.1.192", "resource_alignment=16@00:02.0").places("""
                00:01.0 bar0 0xfeb00000-0xfeb00fff
                00:02.0 bar0 0x20000000-0x2000ffff
                00:03.0 bar0 0xfeb02000-0xfeb020ff
                00:04.0 bar0 0xfea00000-0xfeafffff
                01:01.0 bar0 0xfe800000-0xfe8000ff
                01:02.0 bar0 0xfe801000-0xfe8010ff
                """);
    }

    @Test
    void x12AClaimedWindowIsNotSizedAgain() {
        PaperMachine.q35(Q35).boot("6.1.192", "resource_alignment=16@pci:1b36:0007").places("""
                00:02.0 bar0 0x20000000-0x2000ffff
                00:03.0 bar0 0x20010000-0x2001ffff
                01:01.0 bar0 0xfe800000-0xfe80ffff
                01:02.0 bar0 0xfe810000-0xfe81ffff
                00:05.0 mem 0xfe800000-0xfe9fffff
                """);
    }

    @Test
    void x13NamingABridgePacksWhatIsBehindIt() {
        PaperMachine.q35(Q35).boot("6.1.192", "resource_alignment=16@00:05.0").places("""
                00:05.0 mem 0x20000000-0x200fffff
                01:01.0 bar0 0x20000000-0x200000ff
                01:02.0 bar0 0x20000100-0x200001ff
                """).maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 mapped
                00:03.0 bar0 mapped
                00:04.0 bar0 mapped
                01:01.0 bar0 emulated page-shared
                01:02.0 bar0 emulated unaligned
                """);
    }

    @Test
    void x01ClaimedNeighboursShareAPage() {
        PaperMachine.x86(THREE).boot("6.1.192").places("""
                00:01.0 bar0 0x80000000-0x80000fff
                00:02.0 bar0 0x80001000-0x800010ff
                00:03.0 bar0 0x80001100-0x800011ff
                """).maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 emulated page-shared
                00:03.0 bar0 emulated unaligned
                """);
    }

    @Test
    void x02OneRequestCuresOneFunction() {
        PaperMachine.x86(THREE).boot("6.1.192", "resource_alignment=12@00:02.0").places("""
                00:02.0 bar0 0x80002000-0x80002fff
                00:03.0 bar0 0x80001100-0x800011ff
                """).maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 mapped
                00:03.0 bar0 emulated unaligned
                """);
    }

    @Test
    void x03OneEntryCuresBoth() {
        PaperMachine.x86(THREE).boot("6.1.192", "resource_alignment=pci:1b36:0007").places("""
                00:02.0 bar0 0x80001000-0x80001fff
                00:03.0 bar0 0x80002000-0x80002fff
                """).maps("""
                00:01.0 bar0 mapped
                00:02.0 bar0 mapped
                00:03.0 bar0 mapped
                """);
    }

    @Test
    void x04IoBarsAvoidAliases() {
        PaperMachine.x86("""
                01.0 TD
                02.0 TD
                03.0 TD
                """).boot("6.1.192").places("""
                00:01.0 bar1 0x1000-0x10ff
                00:02.0 bar1 0x1400-0x14ff
                00:03.0 bar1 0x1800-0x18ff
                """);
    }
}
