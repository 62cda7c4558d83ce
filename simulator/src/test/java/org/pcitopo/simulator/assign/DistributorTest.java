package org.pcitopo.simulator.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.paper.PaperMachine;

/** Spare space that a hotplug bridge hands down at boot (behaviour specification 4.7, C14). Sizes are in MiB. */
class DistributorTest {

    private static final long MIB = 1L << 20;

    /** A switch below a hotplug port that is not on the root bus; the port's memory window is 64M. */
    private static final String SWITCH = """
            01.0 RPn {
                00.0 DNh nopref {
                    00.0 UP nopref {
                        00.0 %s nopref {
                        }
                        01.0 %s nopref {
                        }
                    }
                }
            }
            """;

    private static Workbench bench(String kernel, String functions) {
        Workbench bench = Workbench.of(PaperMachine.arm64(functions), kernel);
        want(bench, "01:00.0 mem", 64);
        want(bench, "02:00.0 mem", 2);
        want(bench, "03:00.0 mem", 1);
        want(bench, "03:01.0 mem", 1);
        return bench;
    }

    /** A window as it is after sizing. */
    private static void want(Workbench bench, String name, long mib) {
        Region window = bench.region(name);
        window.flags |= Flags.MEM | Flags.STARTALIGN;
        window.setRange(MIB, mib * MIB);
    }

    private static String sizes(Workbench bench) {
        return mib(bench, "01:00.0") + " " + mib(bench, "02:00.0") + " " + mib(bench, "03:00.0") + " " + mib(bench, "03:01.0");
    }

    private static long mib(Workbench bench, String bridge) {
        return bench.region(bridge + " mem").size() / MIB;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the two bridges at the bottom, sizes from the top
            DNh, DNh, 64 64 32 32
            DNh, DN,  64 64 63 1
            DN,  DN,  64 64 32 32
            """)
    void hotplugBridgesShareWhatIsLeft(String first, String second, String sizes) {
        Workbench bench = bench("6.12", SWITCH.formatted(first, second));
        new Distributor(bench.context).distribute(bench.root, Optional.of(new OptionalList()));
        assertEquals(sizes, sizes(bench));
    }

    @ParameterizedTest
    @CsvSource({"6.2, 64 2 1 1", "6.3, 64 64 32 32"})
    void atBootFrom63(String kernel, String sizes) {
        Workbench bench = bench(kernel, SWITCH.formatted("DNh", "DNh"));
        new Distributor(bench.context).distribute(bench.root, Optional.of(new OptionalList()));
        assertEquals(sizes, sizes(bench));
    }

    @Test
    void whatGrewIsListedNoLonger() {
        Workbench bench = bench("6.12", SWITCH.formatted("DNh", "DNh"));
        OptionalList list = new OptionalList();
        list.add(bench.device("02:00.0"), bench.region("02:00.0 mem"), 4 * MIB, MIB);
        new Distributor(bench.context).distribute(bench.root, Optional.of(list));
        assertEquals(0, list.addSize(bench.region("02:00.0 mem")));
    }

    @Test
    void aBridgeOnTheRootBusHandsNothingDown() {
        Workbench bench = Workbench.of(PaperMachine.arm64("""
                01.0 RPh nopref {
                    00.0 DNh nopref {
                    }
                }
                """), "6.12");
        want(bench, "00:01.0 mem", 64);
        want(bench, "01:00.0 mem", 1);
        new Distributor(bench.context).distribute(bench.root, Optional.of(new OptionalList()));
        assertEquals(1, mib(bench, "01:00.0"));
    }

    @Test
    void whatFirmwareAssignedIsNotTouched() {
        Workbench bench = bench("6.12", SWITCH.formatted("DNh", "DNh"));
        bench.region("01:00.0 mem").flags &= ~Flags.STARTALIGN;
        new Distributor(bench.context).distribute(bench.root, Optional.of(new OptionalList()));
        assertEquals("64 2 1 1", sizes(bench));
    }

    /** Memory of 16M beside the bridges is not handed down. */
    @Test
    void barsComeFirst() {
        Workbench bench = Workbench.of(PaperMachine.arm64("""
                01.0 RPn {
                    00.0 DNh nopref {
                        00.0 m32:16M
                        01.0 DNh nopref {
                        }
                    }
                }
                """), "6.12");
        want(bench, "01:00.0 mem", 64);
        want(bench, "02:01.0 mem", 1);
        new Distributor(bench.context).distribute(bench.root, Optional.of(new OptionalList()));
        // 15M go to align the BAR, 16M are the BAR.
        assertEquals(33, mib(bench, "02:01.0"));
    }

    /** A window of 2M whose room begins 64K behind an aligned address: aligning leaves 1M and 64K of it. */
    private static Workbench misaligned(String kernel, String pci) {
        Workbench bench = Workbench.of(PaperMachine.arm64("""
                01.0 RPn {
                    00.0 DNh nopref {
                        00.0 DNh nopref {
                        }
                        01.0 m32:64K
                    }
                }
                """), kernel, pci, false);
        want(bench, "01:00.0 mem", 3);
        want(bench, "02:00.0 mem", 2);
        return bench;
    }

    /** Up to 6.15 the window shrinks, in 7.3 only its wish for more does. */
    @ParameterizedTest
    @CsvSource({"6.15, 0x110000", "7.0, 0x200000", "7.3, 0x200000"})
    void tooLittleRoomTakesFromTheReserveAlone(String kernel, String size) {
        Workbench bench = misaligned(kernel, "");
        new Distributor(bench.context).distribute(bench.root, Optional.of(new OptionalList()));
        assertEquals(size, "0x" + Long.toHexString(bench.region("02:00.0 mem").size()));
    }

    /** A window of 2M can be all reserve where that is 2M, and not where it is 1M. */
    @ParameterizedTest
    @CsvSource({"1M, 0x400000", "2M, 0x310000"})
    void theReserveShrinksOnlyWhereTheWindowIsNotLarger(String reserve, String left) {
        Workbench bench = misaligned("7.3", "hpmmiosize=" + reserve);
        OptionalList list = new OptionalList();
        list.add(bench.device("02:00.0"), bench.region("02:00.0 mem"), 4 * MIB, MIB);
        new Distributor(bench.context).distribute(bench.root, Optional.of(list));
        assertEquals(left, "0x" + Long.toHexString(list.addSize(bench.region("02:00.0 mem"))));
    }
}
