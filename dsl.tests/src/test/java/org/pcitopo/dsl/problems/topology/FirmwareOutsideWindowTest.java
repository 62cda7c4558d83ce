package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class FirmwareOutsideWindowTest {

    @Test
    void findsABarOutsideTheHostWindows() {
        check(new FirmwareOutsideWindow(), Machines.pc("""
                device 01.0 { «BAR 0 [mem 0xa0000000-0xa0000fff]» }
                """))
                .says("lies in no window that host 0000:00 passes on");
    }

    @Test
    void findsABarOutsideItsBridge() {
        check(new FirmwareOutsideWindow(), Machines.pc("""
                bridge 01.0 { window [mem 0x80000000-0x800fffff] device 00.0 { «BAR 0 [mem 0x80200000-0x80200fff]» } }
                """))
                .says("that the bridge above passes on");
    }

    @Test
    void keepsOrdinaryMemoryOutOfPrefetchableWindows() {
        check(new FirmwareOutsideWindow(), Machines.pc("""
                bridge 01.0 { window [mem 0x80000000-0x800fffff 64bit pref] device 00.0 { «BAR 0 [mem 0x80000000-0x80000fff]» } }
                """));
    }

    @Test
    void acceptsABarInItsBridge() {
        check(new FirmwareOutsideWindow(), Machines.pc("""
                bridge 01.0 { window [mem 0x80000000-0x800fffff] device 00.0 { BAR 0 [mem 0x80000000-0x80000fff] } }
                """));
    }

    @Test
    void doesNotLookWhereTheKernelDoesNot() {
        check(new FirmwareOutsideWindow(), Machines.arm64("""
                device 01.0 { BAR 0 [mem 0xa0000000-0xa0000fff] }
                """));
    }
}
