package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperBoot;
import org.pcitopo.simulator.paper.PaperMachine;

/** What is placed first on a bus, and what not at all (behaviour specification 6.1). */
class SortedRequestsTest {

    private static String order(String functions, String kernel) {
        Workbench bench = Workbench.of(PaperMachine.arm64(functions), kernel);
        return new SortedRequests(bench.context).of(bench.root).stream()
                .map(request -> PaperBoot.name(request.region.key.orElseThrow())).collect(Collectors.joining(", "));
    }

    @Test
    void theLargestAlignmentIsFirst() {
        assertEquals("00:02.0 bar0, 00:03.0 bar0, 00:01.0 bar0", order("""
                01.0 m32:4K
                02.0 m32:4M
                03.0 m32:1M
                """, "6.12"));
    }

    @Test
    void equalOnesKeepTheOrderOfTheirDevicesAndRegisters() {
        assertEquals("00:01.0 bar0, 00:01.0 bar1, 00:02.0 bar0, 00:02.0 rom", order("""
                02.0 m32:4K rom:4K
                01.0 m32:4K m32:4K
                """, "6.12"));
    }

    @Test
    void portsAndMemoryShareTheList() {
        assertEquals("00:01.0 bar1, 00:01.0 bar0", order("01.0 io:256 m32:4K", "6.12"));
    }

    @Test
    void aVfBarCountsWithTheAlignmentOfOne() {
        assertEquals("00:01.0 bar0, 00:01.0 vfbar0", order("01.0 m32:64K vf:m32:16K*64", "6.12"));
    }

    @ParameterizedTest
    @CsvSource({"0000, off", "0600, off", "0800, on", "0000, on", "0600, on"})
    void someClassesAreLeftAlone(String sort, String decoders) {
        assertEquals("", order("01.0 m32:4K class=" + sort + (decoders.equals("off") ? " off" : ""), "6.12"));
    }

    @ParameterizedTest
    @CsvSource({"0800, off", "0604, on", "0200, on"})
    void othersAreNot(String sort, String decoders) {
        assertEquals("00:01.0 bar0", order("01.0 m32:4K class=" + sort + (decoders.equals("off") ? " off" : ""), "6.12"));
    }

    @Test
    void fixedBarsDoNotWait() {
        assertEquals("", order("01.0 m32:4K@0x10000000,fixed", "6.12"));
    }

    @Test
    void aBarWithoutAlignmentIsGivenUp() {
        PaperMachine.arm64("01.0 m32:0").boot("6.12").states("00:01.0 bar0 unassigned");
    }

    @Test
    void whatIsPlacedDoesNotWait() {
        Workbench bench = Workbench.of(PaperMachine.arm64("01.0 m32:4K@0x10000000"), "6.12");
        bench.root.windows.get(1).request(bench.region("00:01.0 bar0"));
        assertEquals(0, new SortedRequests(bench.context).of(bench.root).size());
    }
}
