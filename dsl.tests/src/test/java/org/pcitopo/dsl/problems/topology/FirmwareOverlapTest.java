package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class FirmwareOverlapTest {

    @Test
    void findsTwoBarsAtOneAddress() {
        check(new FirmwareOverlap(), Machines.pc("""
                device 01.0 { BAR 0 [mem 0x80000000-0x80000fff] }
                device 02.0 { «BAR 0 [mem 0x80000000-0x800000ff]» }
                """))
                .says("(02.0) at 0x80000000-0x800000ff overlap");
    }

    @Test
    void findsABarInABridgeWindow() {
        check(new FirmwareOverlap(), Machines.pc("""
                bridge 01.0 { window [mem 0x80000000-0x800fffff] }
                device 02.0 { «BAR 0 [mem 0x80080000-0x80080fff]» }
                """));
    }

    @Test
    void acceptsADisabledRomOverABar() {
        check(new FirmwareOverlap(), Machines.pc("""
                device 01.0 { BAR 0 [mem 0x80000000-0x8000ffff] ROM [mem 0x80000000-0x8000ffff] }
                """));
    }

    /** As imported: registers that nobody has set up read as one granule at 0. */
    @Test
    void acceptsWindowsThatReadAsZero() {
        check(new FirmwareOverlap(), Machines.pc("""
                bridge 01.0 { window [io 0x0-0xfff] window [mem 0x0-0xfffff] }
                bridge 02.0 { window [io 0x0-0xfff] window [mem 0x0-0xfffff] }
                """));
    }

    @Test
    void acceptsNeighbours() {
        check(new FirmwareOverlap(), Machines.pc("""
                device 01.0 { BAR 0 [mem 0x80000000-0x80000fff] }
                device 02.0 { BAR 0 [mem 0x80001000-0x80001fff] }
                """));
    }
}
