package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class FirmwareMisalignedTest {

    @Test
    void findsABarThatDoesNotStartAtItsSize() {
        check(new FirmwareMisaligned(), Machines.pc("""
                device 01.0 { «BAR 0 [mem 0x80000800-0x800017ff]» }
                """))
                .says("starts at 0x80000800, which is no multiple of 4K")
                .helps("0x80000000");
    }

    @Test
    void findsAWindowOfHalfAMegabyte() {
        check(new FirmwareMisaligned(), Machines.pc("""
                bridge 01.0 { «window [mem 0x80000000-0x8007ffff]» }
                """))
                .says("does not consist of whole steps of 1M");
    }

    @Test
    void acceptsWhatRegistersCanHold() {
        check(new FirmwareMisaligned(), Machines.pc("""
                bridge 01.0 { window [mem 0x80000000-0x800fffff] window [io 0x2000-0x2fff] device 00.0 { BAR 0 [mem 0x80001000-0x80001fff] } }
                """));
    }
}
