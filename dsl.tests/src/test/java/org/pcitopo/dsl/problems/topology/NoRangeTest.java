package org.pcitopo.dsl.problems.topology;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class NoRangeTest {

    @Test
    void findsAWindowThatRunsBackwards() {
        check(new NoRange(), Machines.pc("""
                bridge 01.0 { window [mem «0x80200000-0x800fffff»] }
                """))
                .says("ends before it starts");
    }

    @Test
    void findsAHostWindowWithoutAddresses() {
        check(new NoRange(), Machines.pc("").replace("[mem 0x80000000-0x8fffffff]", "«[mem size 256M]»"));
    }

    @Test
    void acceptsWindowsAsTheKernelPrintsThem() {
        check(new NoRange(), Machines.pc("""
                bridge 01.0 { window [mem 0x80000000-0x801fffff] }
                """));
    }
}
