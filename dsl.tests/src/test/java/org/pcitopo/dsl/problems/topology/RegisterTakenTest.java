package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class RegisterTakenTest {

    @Test
    void findsABarInTheUpperHalf() {
        check(new RegisterTaken(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 4K 64bit] «BAR 1 [mem size 4K]» }
                """))
                .says("BAR 1 cannot be: BAR 0 is 64 bits wide");
    }

    @Test
    void looksThroughTheType() {
        check(new RegisterTaken(), "device-type t { BAR 2 [mem size 4K 64bit] }\n" + Machines.pc("""
                device 01.0 : t { «BAR 3 [mem size 4K]» }
                """));
    }

    @Test
    void findsVfBars() {
        check(new RegisterTaken(), Machines.pc("""
                device 01.0 { sr-iov { total-vfs 4 offset 1 stride 1 VF BAR 0 [mem size 4K 64bit] «VF BAR 1 [mem size 4K]» } }
                """));
    }

    @Test
    void acceptsEveryOtherRegister() {
        check(new RegisterTaken(), Machines.pc("""
                device 01.0 { BAR 0 [mem size 4K 64bit] BAR 2 [mem size 4K 64bit] BAR 4 [mem size 4K 64bit] }
                """));
    }
}
