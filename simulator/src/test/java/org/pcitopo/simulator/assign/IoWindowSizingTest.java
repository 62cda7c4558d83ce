package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** How large an I/O window is (behaviour specification 5.3, C12). */
class IoWindowSizingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # children, required
            'io:4',                                  0x1000
            'io:256 io:256 io:256',                  0x1000
            'io:4K io:256',                          0x2000
            'io:1K io:1K io:1K io:1K io:1K',         0x2000
            'm32:4K',                                0x0
            """)
    void addsUpAndRoundsToASteps(String children, String required) {
        assertEquals(required, hex(size("6.12", children, 0, false).required()));
    }

    @Test
    void isAlignedAsItsLargestChild() {
        assertEquals("0x8000", hex(size("6.12", "io:32K io:256", 0, false).alignment()));
    }

    @Test
    void roundsToItsAlignment() {
        assertEquals("0x10000", hex(size("6.12", "io:32K io:256", 0, false).required()));
    }

    /** With ISA, ports that alias in ten bits count fourfold. */
    @ParameterizedTest
    @CsvSource({"ISA", "EISA"})
    void aKernelWithIsaSpreadsSmallPorts(String option) {
        Workbench bench = Workbench.of(machine("io:256 io:256 io:256 io:256 io:256").config(option, true), "6.12");
        assertEquals("0x2000", hex(size(bench, 0, false).required()));
    }

    @Test
    void withIsaAFractionOf256CountsOnce() {
        Workbench bench = Workbench.of(machine("io:128").config("ISA", true), "6.12");
        assertEquals("0x1000", hex(size(bench, 0, false).required()));
    }

    @Test
    void withoutAListTheReserveIsRequired() {
        assertEquals("0x2000", hex(size("6.1", "io:256", 0x2000, false).required()));
    }

    @Test
    void withAListTheReserveIsOptional() {
        assertEquals("0x1000", hex(size("6.12", "io:256", 0x2000, true).required()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kernel, reserve, children, size with the reserve
            5.4,    0x1000, 'io:256',         0x2000
            5.5,    0x1000, 'io:256',         0x1000
            6.12,   0x1000, 'io:256',         0x1000
            6.12,   0x100,  'io:256',         0x1000
            6.16,   0x100,  'io:256',         0x2000
            7.3,    0x100,  'io:256',         0x2000
            7.3,    0x100,  'io:4K',          0x1000
            6.12,   0x100,  'io:4K',          0x1000
            6.16,   0x100,  'io:4K io:256',   0x3000
            7.3,    0x100,  '',               0x1000
            """)
    void whatTheReserveComesTo(String kernel, String reserve, String children, String total) {
        assertEquals(total, hex(size(kernel, children, Long.decode(reserve), true).withOptional()));
    }

    @Test
    void withoutReserveThereIsNothingOptional() {
        assertEquals("0x1000", hex(size("7.3", "io:256", 0, true).withOptional()));
    }

    /** A released window does not shrink, up to 7.1. */
    @ParameterizedTest
    @CsvSource({"6.12, 0x4000", "7.1, 0x4000", "7.2, 0x4000", "7.3, 0x4000"})
    void anEarlierSizeIsAFloor(String kernel, String required) {
        Workbench bench = Workbench.of(machine("io:256"), kernel);
        bench.region("00:01.0 io").setRange(0, 0x4000);
        assertEquals(required, hex(size(bench, 0, false).required()));
    }

    @Test
    void whatHasAPlaceDoesNotCount() {
        Workbench bench = Workbench.of(machine("io:256@0x1000"), "6.12");
        Workbench.window(Flags.IO, 0, 0xffff).request(bench.region("01:00.0 bar0"));
        assertEquals("0x0", hex(size(bench, 0, false).required()));
    }

    private static WindowSize size(String kernel, String children, long reserve, boolean listed) {
        return size(Workbench.of(machine(children), kernel), reserve, listed);
    }

    /** As much as one function has registers for; each of {@code children} beyond goes to the next function. */
    private static PaperMachine machine(String children) {
        StringBuilder text = new StringBuilder("01.0 BR {\n");
        String[] words = children.isEmpty() ? new String[0] : children.split(" ");
        for (int i = 0; i < words.length; i++) {
            text.append(String.format("%02x.0 %s%n", i, words[i]));
        }
        return PaperMachine.arm64(text + "}\n");
    }

    private static WindowSize size(Workbench bench, long reserve, boolean listed) {
        return new IoWindowSizing(bench.context).size(bench.below("00:01.0"), bench.region("00:01.0 io"), reserve,
                listed ? Optional.of(new OptionalList()) : Optional.empty());
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
