package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NoSuchRegisterTest {

    @Test
    void findsASeventhBar() {
        check(new NoSuchRegister(), Machines.pc("""
                device 01.0 { BAR «6» [mem size 4K] }
                """))
                .says("a function has BARs 0 to 5");
    }

    @Test
    void acceptsRegistersAsLspciWritesThem() {
        check(new NoSuchRegister(), Machines.pc("""
                device 01.0 { reg 0x10: [mem 0x80000000-0x80000fff] }
                """));
    }
}
