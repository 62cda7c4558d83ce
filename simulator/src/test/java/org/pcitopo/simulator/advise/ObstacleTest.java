package org.pcitopo.simulator.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.simulator.paper.PaperMachine;

/** Why no command line helps, and what else would. */
class ObstacleTest {

    private static final long K64 = 65536;

    private static Obstacle.Kind kind(Advice advice) {
        return Obstacle.of(advice).get(0).kind();
    }

    private static List<Remedy.Kind> remedies(Advice advice) {
        return Remedies.of(advice, () -> false).stream().map(Remedy::kind).toList();
    }

    @Test
    void aFixedBarNeverMoves() {
        PaperMachine machine = PaperMachine.x86("01.0 m32:256@0x80000100,fixed\n");

        assertEquals(Obstacle.Kind.FIXED, kind(Asking.advise(Asking.boot(machine, "6.12", "", 4096), "00:01.0")));
    }

    @Test
    void requestsAreIgnoredWhereFirmwareAsksForIt() {
        PaperMachine machine = PaperMachine.arm64("01.0 m32:256@0x10000100\n").probeOnly();

        assertEquals(Obstacle.Kind.REQUESTS_IGNORED,
                kind(Asking.advise(Asking.boot(machine, "6.1", "", 4096), "00:01.0")));
    }

    @Test
    void roomIsToldInBytes() {
        PaperMachine machine = PaperMachine.arm64("01.0 m32:2M\n").windows("mem 0x10000000-0x100fffff");

        Obstacle.Shortage shortage = Obstacle.of(Asking.advise(Asking.boot(machine, "6.12", "", 4096), "00:01.0")).get(0)
                .shortage().orElseThrow();

        assertEquals(2 << 20, shortage.size());
        assertEquals(1 << 20, shortage.roomiest().orElseThrow().largestHole());
    }

    @Test
    void smallPagesHelpWhereALargePageIsTheObstacle() {
        PaperMachine machine = PaperMachine.arm64("""
                04.0 m32:16K
                05.0 m32:16K
                """).windows("mem 0x10000000-0x1000ffff");
        Advice advice = Asking.advise(Asking.boot(machine, "6.12", "", K64), "00:04.0", "00:05.0");

        assertEquals(Obstacle.Kind.PAGE, kind(advice));
        assertEquals(List.of(Remedy.Kind.PAGE_SIZE), remedies(advice));
    }

    @Test
    void theFirstReleaseThatDoesBetterIsNamed() {
        PaperMachine machine = PaperMachine.arm64("""
                01.0 BR {
                    00.0 p64:256M p64:2M m32:512K
                }
                """).windows("mem 0x60000000-0x77ffffff");

        assertEquals(new Remedy(Remedy.Kind.NEWER_KERNEL, "6.18.15", ""),
                Remedies.of(Asking.advise(Asking.boot(machine, "6.12", "", 4096), "01:00.0"), () -> false).get(0));
    }

    @Test
    void aWindowAboveFourGigabytesIsTried() {
        PaperMachine machine = PaperMachine.x86("01.0 p64:32G\n");

        assertEquals(List.of(Remedy.Kind.WINDOW_ABOVE_4G),
                remedies(Asking.advise(Asking.boot(machine, "6.12", "", 4096), "00:01.0")));
    }

    @Test
    void aResizableBarMayBeSmaller() {
        PaperMachine machine = PaperMachine.x86("01.0 p64:4G,sizes=256M/512M/4G\n").windows("mem 0x80000000-0xfebfffff",
                "mem 0x100000000-0x17fffffff");

        assertEquals(new Remedy(Remedy.Kind.SMALLER_BAR, "0000:00:01.0 BAR 0 " + (512 << 20), ""),
                Remedies.of(Asking.advise(Asking.boot(machine, "6.12", "", 4096), "00:01.0"), () -> false).get(0));
    }

    @Test
    void nothingIsInTheWayOfWhatWorks() {
        PaperMachine machine = PaperMachine.x86("01.0 SD@0x80000100\n");
        Advice advice = Asking.advise(Asking.boot(machine, "6.12", "", 4096), "00:01.0");

        assertTrue(advice.best().isPresent() && Obstacle.of(advice).isEmpty() && Remedies.of(advice, () -> false).isEmpty());
    }
}
