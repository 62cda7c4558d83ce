package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.AddressRange;

/** How large a memory window is and how it is aligned (behaviour specification 5.4, C8, C12). Sizes are in MiB. */
class MemoryWindowSizingTest {

    private static final long MIB = 1L << 20;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kernel, children, alignment, required
            6.1,     'm32:4K',                     1,    1
            6.1,     'm32:1M m32:256M m32:4M',     128,  384
            6.18.12, 'm32:1M m32:256M m32:4M',     128,  384
            6.18.15, 'm32:1M m32:256M m32:4M',     256,  261
            6.19,    'm32:1M m32:256M m32:4M',     128,  384
            6.19.14, 'm32:1M m32:256M m32:4M',     256,  261
            7.0,     'm32:1M m32:256M m32:4M',     256,  261
            7.3,     'm32:4M m32:2M m32:1M',       1,    7
            6.1,     'm32:4M m32:2M m32:1M',       1,    7
            6.1,     'm32:16M m32:2M',             8,    24
            7.3,     'm32:16M m32:2M',             16,   18
            7.3,     '',                           1,    0
            """)
    void addsUpAndAligns(String kernel, String children, long alignment, long required) {
        WindowSize size = size(kernel, children, 0, false);
        assertEquals(alignment + " " + required, size.alignment() / MIB + " " + size.required() / MIB);
    }

    /** Two of 4K, each aligned to 16M: up to 4.11 they count with their size, and the window can come out too small. */
    @ParameterizedTest
    @CsvSource({"v4, 16", "4.11, 16", "4.12, 32", "7.3, 32"})
    void aBarThatIsAlignedBeyondItsSizeTakesThatMuch(String kernel, long required) {
        Workbench bench = Workbench.of(machine("m32:4K m32:4K"), kernel);
        for (String name : new String[] {"01:00.0 bar0", "01:01.0 bar0"}) {
            Region bar = bench.region(name);
            bar.flags = bar.flags & ~Flags.SIZEALIGN | Flags.STARTALIGN;
            bar.setRange(16 * MIB, 4096);
        }
        assertEquals(required, size(bench, 0, false).required() / MIB);
    }

    /** Alignments beyond what the release counts lose their resource. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # kernel, the largest BAR that it counts, one that it does not
            5.10,    128G,   256G
            5.11,    8T,     16T
            6.17,    8T,     16T
            6.18,    128T,   256T
            7.3,     128T,   256T
            """)
    void alignmentsHaveALimit(String kernel, String counted, String lost) {
        assertEquals("true false", counts(kernel, counted) + " " + counts(kernel, lost));
    }

    private static boolean counts(String kernel, String size) {
        Workbench bench = Workbench.of(machine("p64:" + size), kernel);
        size(bench, "pref", Flags.MEM | Flags.PREFETCH, 0, false);
        return bench.region("01:00.0 bar0").flags != 0;
    }

    @Test
    void withoutAListTheReserveIsRequired() {
        assertEquals(16, size("6.1", "m32:1M", 16, false).required() / MIB);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kernel, reserve, size with the reserve and 1M of optional children beside 1M of required ones
            5.4,     2,   3
            5.5,     2,   3
            6.12,    2,   3
            6.16,    2,   3
            7.0,     2,   3
            7.2,     2,   3
            7.3,     2,   2
            5.4,     16,  17
            5.5,     16,  17
            7.3,     16,  16
            """)
    void whatTheReserveComesTo(String kernel, long reserve, long total) {
        Workbench bench = Workbench.of(PaperMachine.arm64("01.0 BR {\n 00.0 m32:1M vf:m32:1M*1\n }"), kernel);
        assertEquals(total, size(bench, "mem", Flags.MEM, reserve, true).withOptional() / MIB);
    }

    /** Before 5.5 the larger of reserve and optional children counted, from 5.5 both. */
    @ParameterizedTest
    @CsvSource({"5.4, 5", "5.5, 8", "6.12, 8", "7.2, 8", "7.3, 5"})
    void reserveAndOptionalChildren(String kernel, long total) {
        Workbench bench = Workbench.of(PaperMachine.arm64("01.0 BR {\n 00.0 m32:1M vf:m32:1M*4\n }"), kernel);
        assertEquals(total, size(bench, "mem", Flags.MEM, 4, true).withOptional() / MIB);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # kernel, resource, whether it is required when there is a list
            6.12,  'vf:m32:1M*4',  false
            7.3,   'vf:m32:1M*4',  false
            6.15,  'rom:1M',       true
            6.16,  'rom:1M',       false
            6.16,  'rom:1M,on',    true
            """)
    void optionalResourcesAreNotRequired(String kernel, String resource, boolean required) {
        Workbench bench = Workbench.of(PaperMachine.arm64("01.0 BR {\n 00.0 " + resource + "\n }"), kernel);
        assertEquals(required, size(bench, "mem", Flags.MEM, 0, true).required() != 0);
    }

    @ParameterizedTest
    @CsvSource({"6.12, 8", "6.18.12, 8", "6.18.15, 1", "7.3, 1"})
    void anEarlierSizeIsAFloor(String kernel, long required) {
        Workbench bench = Workbench.of(machine("m32:4K"), kernel);
        bench.region("00:01.0 mem").setRange(0, 8 * MIB);
        assertEquals(required, size(bench, 0, false).required() / MIB);
    }

    /** A window above that has its place and cannot hold 384M aligned to 128M, but 261M (6.11 to 6.18.12). */
    @ParameterizedTest
    @CsvSource({"6.10, 128 384", "6.11, 256 261", "6.17, 128 261", "6.18.12, 128 261", "7.3, 256 261"})
    void aTightWindowAboveRelaxesTheAlignment(String kernel, String expected) {
        Workbench bench = Workbench.reading(PaperMachine.arm64("""
                01.0 BR mem=0x10000000-0x27ffffff {
                    00.0 BR {
                        00.0 m32:1M
                        01.0 m32:256M
                        02.0 m32:4M
                    }
                    01.0 m32:16M@0x27000000
                }
                """), kernel);
        Region above = bench.region("00:01.0 mem");
        bench.root.windows.get(1).request(above);
        above.request(bench.region("01:01.0 bar0"));
        Region window = bench.region("01:00.0 mem");
        window.flags = Flags.MEM;
        window.setRange(0, 0);
        WindowSize size = new MemoryWindowSizing(bench.context).size(bench.below("01:00.0"), window,
                region -> region.has(Flags.MEM), 0, Optional.empty());
        assertEquals(expected, size.alignment() / MIB + " " + size.required() / MIB);
    }

    /** 50M aligned to 16M beside 33M aligned to 32M, 2M behind: the first releases with the new rule let the 50M fill the head. */
    @ParameterizedTest
    @CsvSource({"6.18.12, 16", "6.18.15, 16", "6.19.14, 16", "7.0, 32", "7.3, 32"})
    void childrenLargerThanTheirAlignment(String kernel, long alignment) {
        Workbench bench = Workbench.of(machine("m32:1M m32:1M m32:2M"), kernel);
        place(bench.region("01:00.0 bar0"), 50 * MIB, 16 * MIB);
        place(bench.region("01:01.0 bar0"), 33 * MIB, 32 * MIB);
        assertEquals(alignment, size(bench, 0, false).alignment() / MIB);
    }

    private static void place(Region child, long size, long alignment) {
        child.flags = child.flags & ~Flags.SIZEALIGN | Flags.STARTALIGN;
        child.setRange(alignment, size);
    }

    /** 6.18 takes two bridges above that were never sized for a window above that is full. */
    @ParameterizedTest
    @CsvSource({"6.17, 128 384, 128 384", "6.18.12, 128 384, 128 261", "6.18.15, 256 261, 256 261"})
    void belowTwoUnsizedWindows(String kernel, String belowOne, String belowTwo) {
        Workbench bench = Workbench.of(PaperMachine.arm64("""
                01.0 BR {
                    00.0 BR {
                        00.0 BR {
                            00.0 m32:1M
                            01.0 m32:256M
                            02.0 m32:4M
                        }
                        01.0 m32:1M
                        02.0 m32:256M
                        03.0 m32:4M
                    }
                }
                """), kernel);
        assertEquals(belowTwo, sizeOf(bench, "02:00.0"));
        Region inner = bench.region("02:00.0 mem");
        inner.flags = 0;
        assertEquals(belowOne, sizeOf(bench, "01:00.0"));
    }

    private static String sizeOf(Workbench bench, String bridge) {
        WindowSize size = new MemoryWindowSizing(bench.context).size(bench.below(bridge), prepared(bench, bridge + " mem", Flags.MEM),
                region -> region.has(Flags.MEM), 0, Optional.empty());
        return size.alignment() / MIB + " " + size.required() / MIB;
    }

    @Test
    void powernvRoundsToSegments() {
        Workbench bench = Workbench.of(PaperMachine.powernv9("00.0 RPn {\n 00.0 m32:1M\n }"), "6.12");
        assertEquals(4, new MemoryWindowSizing(bench.context).size(bench.below("00:00.0"), prepared(bench, "00:00.0 mem", Flags.MEM),
                region -> region.has(Flags.MEM), 0, Optional.empty()).required() / MIB);
    }

    @Test
    void whatHasAPlaceDoesNotCount() {
        Workbench bench = Workbench.of(machine("m32:1M@0x10000000"), "6.12");
        Workbench.taking(Workbench.window(Flags.MEM, 0x10000000, 0x1fffffff), new AddressRange[0])
                .request(bench.region("01:00.0 bar0"));
        assertEquals(0, size(bench, 0, false).required());
    }

    @Test
    void fixedBarsDoNotCount() {
        assertEquals(0, size("6.12", "m32:1M@0x10000000,fixed", 0, false).required());
    }

    private static WindowSize size(String kernel, String children, long reserve, boolean listed) {
        return size(Workbench.of(machine(children), kernel), reserve, listed);
    }

    private static PaperMachine machine(String children) {
        StringBuilder text = new StringBuilder("01.0 BR {\n");
        String[] words = children.isEmpty() ? new String[0] : children.split(" ");
        for (int i = 0; i < words.length; i++) {
            text.append(String.format("%02x.0 %s%n", i, words[i]));
        }
        return PaperMachine.arm64(text + "}\n");
    }

    private static WindowSize size(Workbench bench, long reserve, boolean listed) {
        return size(bench, "mem", Flags.MEM, reserve, listed);
    }

    private static WindowSize size(Workbench bench, String window, int flags, long reserve, boolean listed) {
        return new MemoryWindowSizing(bench.context).size(bench.below("00:01.0"), prepared(bench, "00:01.0 " + window, flags),
                region -> region.has(Flags.MEM), reserve * MIB, listed ? Optional.of(new OptionalList()) : Optional.empty());
    }

    private static Region prepared(Workbench bench, String name, int flags) {
        Region window = bench.region(name);
        window.flags |= flags;
        return window;
    }

    private static final String THREE_BRIDGES = """
            00.0 BR {
                00.0 BR {
                    01.0 BR {
                        00.0 m64:16M rom:2M
                    }
                }
            }
            """;

    /** A Talos II with a graphics card behind a switch: the third window has 20M in 6.18, rounded to segments alone. */
    @Test
    void belowTwoBridgesWithoutPlace618Relaxes() {
        PaperMachine.powernv9(THREE_BRIDGES).boot("6.18").places("02:01.0 mem 0x600c000000000-0x600c0013fffff");
    }

    @Test
    void itDidNotBefore() {
        PaperMachine.powernv9(THREE_BRIDGES).boot("6.17").places("02:01.0 mem 0x600c000000000-0x600c001ffffff");
    }
}
