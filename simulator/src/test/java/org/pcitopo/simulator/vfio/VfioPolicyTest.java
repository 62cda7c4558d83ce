package org.pcitopo.simulator.vfio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Machine;

/** Which BARs vfio-pci maps (behaviour specification 7.2, 7.3, 8.4, C11). */
class VfioPolicyTest {

    private static void check(String kernel, long pageSize, String machine, String verdicts) {
        assertEquals(verdicts, Placed.machine(machine).verdicts(kernel, pageSize));
    }

    @Test
    void aBarOfAPageOrMoreIsMapped() {
        check("6.1", 4096, "01.0 bar0 0x10000000-0x10000fff", "01.0 bar0 mapped\n");
    }

    @Test
    void aSubPageBarAloneInItsPageIsMapped() {
        check("6.1", 4096, "01.0 bar0 0x10000000-0x100000ff", "01.0 bar0 mapped\n");
    }

    @Test
    void subPageBarsThatShareAPageAreNot() {
        check("6.1", 4096, """
                02.0 bar0 0x10101000-0x101010ff
                03.0 bar0 0x10101100-0x101011ff
                """, """
                02.0 bar0 emulated page-shared with 03.0 bar0
                03.0 bar0 emulated unaligned with 02.0 bar0
                """);
    }

    @Test
    void aLargerPageIsSharedByMore() {
        check("6.1", 65536, """
                04.0 bar0 0x10000000-0x100fffff
                01.0 bar0 0x10100000-0x10100fff
                02.0 bar0 0x10101000-0x101010ff
                """, """
                01.0 bar0 emulated page-shared with 02.0 bar0
                02.0 bar0 emulated unaligned with 01.0 bar0
                04.0 bar0 mapped
                """);
    }

    @Test
    void aRomInThePageIsInTheWay() {
        check("6.1", 65536, """
                01.0 bar0 0x10000000-0x10000fff
                02.0 rom 0x10004000-0x10007fff
                """, "01.0 bar0 emulated page-shared with 02.0 rom\n");
    }

    @Test
    void aRangeThatSomebodyReservedIsInTheWay() {
        check("6.1", 65536, """
                01.0 bar0 0x10000000-0x10000fff
                reserved 0x10008000-0x10008fff
                """, "01.0 bar0 emulated page-shared\n");
    }

    @Test
    void aWindowThatEndsBeforeThePageLeavesNoRoom() {
        check("6.1", 65536, """
                window 0x10000000-0x10007fff
                01.0 bar0 0x10000000-0x10000fff
                """, "01.0 bar0 emulated no-page-left\n");
    }

    @Test
    void ioAndUnassignedBarsCannotBeMapped() {
        check("6.1", 4096, """
                01.0 bar0 -
                01.0 bar1 io 0x1000-0x10ff
                01.0 bar2 io -
                """, """
                01.0 bar0 none unassigned
                01.0 bar1 emulated io
                01.0 bar2 none unassigned
                """);
    }

    @Test
    void before48NoSubPageBarIsMapped() {
        check("4.7", 4096, """
                01.0 bar0 0x10000000-0x10000fff
                02.0 bar0 0x10001000-0x100010ff
                """, """
                01.0 bar0 mapped
                02.0 bar0 emulated sub-page
                """);
    }

    @Test
    void aDeviceMayRefuseFrom615On() {
        String machine = "01.0 bar0 0x10000000-0x10000fff\n01.0 never";
        check("6.14", 4096, machine, "01.0 bar0 mapped\n");
        check("6.15", 4096, machine, "01.0 bar0 emulated non-mappable-device\n");
    }

    @Test
    void s390MapsNothingBefore615() {
        Placed machine = Placed.machine("01.0 bar0 0x10000000-0x10000fff").on(Architecture.S390X, Machine.GENERIC_DT, false);
        assertEquals("01.0 bar0 emulated non-mappable-device\n", machine.verdicts("6.14", 4096));
        assertEquals("01.0 bar0 mapped\n", machine.verdicts("6.15", 4096));
    }

    /** Vector W03: a BAR of 64 KiB, the table of 64 vectors at 0x2000. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.5  | 4096  | false | partly-mapped msix-table 0+2000 3000+d000 trapped-page
            4.6  | 4096  | false | partly-mapped msix-table 0+2000 3000+d000 trapped-page
            4.15 | 4096  | false | partly-mapped msix-table 0+2000 3000+d000 trapped-page
            4.15 | 65536 | false | emulated msix-table emulated
            4.16 | 4096  | false | mapped 0+10000 trapped-page mappable
            6.12 | 65536 | false | mapped 0+10000 trapped-page mappable
            v4   | 4096  | true  | mapped 0+10000 trapped-page
            v4   | 4096  | false | partly-mapped msix-table 0+2000 3000+d000 trapped-page
            """)
    void theMsixTableLeavesAreasAroundIt(String kernel, long pageSize, boolean isolatedMsi, String expected) {
        Placed machine = Placed.machine("""
                01.0 bar0 0x10000000-0x1000ffff
                01.0 msix 0 0x2000 64
                """).on(Architecture.AARCH64, Machine.ARM64_DT, isolatedMsi);
        assertEquals(expected, shown(machine.mappings(kernel, pageSize).get(0)));
    }

    @Test
    void aPowerPcGuestHasItsMsixPageDirect() {
        Placed machine = Placed.machine("""
                01.0 bar0 0x10000000-0x1000ffff
                01.0 msix 0 0x2000 64
                """).on(Architecture.PPC64LE, Machine.POWERNV, false);
        assertEquals("mapped 0+10000 direct", shown(machine.mappings("v4", 65536).get(0)));
        assertEquals("mapped 0+10000 direct mappable", shown(machine.mappings("6.12", 65536).get(0)));
    }

    @Test
    void onlyTheBarWithTheTableIsMsixMappable() {
        List<Mapping> mappings = Placed.machine("""
                01.0 bar0 0x10000000-0x1000ffff
                01.0 bar1 0x10010000-0x1001ffff
                01.0 msix 1 0 8
                """).mappings("6.12", 4096);
        assertEquals(List.of(false, true), mappings.stream().map(Mapping::msixMappable).toList());
    }

    @Test
    void aTableBeyondItsBarLeavesAllOfIt() {
        List<Mapping> mappings = Placed.machine("""
                01.0 bar0 0x10000000-0x10000fff
                01.0 msix 0 0x8000 8
                """).mappings("4.10", 4096);
        assertEquals(Optional.empty(), mappings.get(0).reason());
    }

    private static String shown(Mapping mapping) {
        String areas = mapping.areas().stream().map(area -> String.format(" %x+%x", area.offset(), area.size()))
                .collect(Collectors.joining());
        return mapping.verdict().id() + mapping.reason().map(why -> " " + why.id()).orElse("") + areas + " "
                + mapping.guest().id() + (mapping.msixMappable() ? " mappable" : "");
    }
}
