package org.pcitopo.simulator.assign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.Ioda;

/** When VF BARs exist and how large they are (behaviour specification 2.3, 4.5, C10). */
class SriovSetupTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # page, VF BAR, page sizes that VFs support, what becomes of the VF BAR
            4096,   16K,    4K,        assigned
            4096,   16K,    4K/64K,    assigned
            4096,   16K,    64K,       assigned
            65536,  64K,    4K/64K,    assigned
            65536,  64K,    4K,        absent
            65536,  16K,    4K/64K,    absent
            4096,   2K,     4K,        absent
            """)
    void needsAPageSizeThatItsBarsAreMultiplesOf(long page, String size, String pages, String state) {
        PaperMachine.arm64("01.0 NV vf:p64:" + size + "*4 vfpages=" + pages).boot("6.12", "", page)
                .states("00:01.0 vfbar0 " + state);
    }

    @Test
    void pageSizesThatNobodyToldAreTakenAsSupported() {
        PaperMachine.arm64("01.0 NV vf:p64:64K*4").boot("6.12", "", 65536).states("00:01.0 vfbar0 assigned");
    }

    @Test
    void theResourceHoldsAllVfs() {
        PaperMachine.arm64("01.0 NV vf:p64:16K*7").boot("6.12").sizes("00:01.0 vfbar0 0x1c000");
    }

    @Test
    void itIsAlignedAsOneVf() {
        PaperMachine.arm64("01.0 NV vf:p64:16K*7").boot("6.12").alignments("00:01.0 vfbar0 0x4000");
    }

    @Test
    void oneBarThatFitsNoPageTakesAllDown() {
        PaperMachine.arm64("01.0 NV vf:m64:16K*4 vf:m64:2K*4").boot("6.12").states("""
                00:01.0 vfbar0 absent
                00:01.0 vfbar2 absent
                """);
    }

    @Test
    void withoutVfsThereAreNoVfBars() {
        PaperMachine.arm64("01.0 NV vf:m64:16K*0").boot("6.12").states("00:01.0 vfbar0 absent");
    }

    @Test
    void aKernelWithoutSriovReadsNone() {
        PaperMachine.arm64("01.0 NV vf:m64:16K*4").config("PCI_IOV", false).boot("6.12").states("00:01.0 vfbar0 absent");
    }

    /** With segments of 512M: up to 128M a VF gets a segment of its own, above that its native size. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # VF BAR, size of the resource, its alignment
            64K,      0x2000000,            0x2000000
            1M,       0x20000000,           0x20000000
            128M,     0x1000000000,         0x1000000000
            256M,     0x40000000,           0x10000000
            """)
    void iodaGivesEachVfASegment(String size, String all, String alignment) {
        powernv("vf:p64:" + size + "*4").boot("6.12").sizes("00:00.0 vfbar0 " + all).alignments("00:00.0 vfbar0 " + alignment);
    }

    @Test
    void iodaNeedsA64BitPrefetchableVfBar() {
        powernv("vf:m64:64K*4").boot("6.12").states("00:00.0 vfbar0 absent");
    }

    @Test
    void onIodaOneUnusableVfBarTakesAllDown() {
        powernv("vf:p64:64K*4 vf:m64:64K*4").boot("6.12").states("""
                00:00.0 vfbar0 absent
                00:00.0 vfbar2 absent
                """);
    }

    /** More than a quarter of a segment, yet below the 32M that single PE mode needs. */
    @Test
    void iodaDropsWhatIsTooLargeToShareAndTooSmallToStandAlone() {
        powernv("vf:p64:16M*4").ioda(new Ioda(512, 511, 0x400000, 32L << 20, 0)).boot("6.12")
                .states("00:00.0 vfbar0 absent");
    }

    private static PaperMachine powernv(String virtual) {
        return PaperMachine.powernv9("00.0 p64:64K " + virtual);
    }
}
