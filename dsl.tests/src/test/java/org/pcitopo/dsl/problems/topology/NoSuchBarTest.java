package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NoSuchBarTest {

    @Test
    void findsAThirdBarOfABridge() {
        check(new NoSuchBar(), Machines.pc("""
                bridge 01.0 { «BAR 2 [mem size 4K]» }
                """))
                .says("BAR 2 does not exist: a bridge has BARs 0 to 1");
    }

    @Test
    void findsAnUpperHalfWithoutRegister() {
        check(new NoSuchBar(), Machines.pc("""
                device 01.0 { «BAR 5 [mem size 4K 64bit]» }
                """))
                .says("there is no register 6 for its upper half");
    }

    @Test
    void acceptsTheLastRegister() {
        check(new NoSuchBar(), Machines.pc("""
                device 01.0 { BAR 5 [mem size 4K] }
                bridge 02.0 { BAR 0 [mem size 4K 64bit] }
                """));
    }
}
