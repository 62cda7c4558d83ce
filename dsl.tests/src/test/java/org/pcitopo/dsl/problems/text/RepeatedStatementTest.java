package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class RepeatedStatementTest {

    @Test
    void pointsAtTheOneWithoutEffect() {
        check(new RepeatedStatement(), Machines.pc("""
                device 01.0 {
                    «BAR 0 [mem size 256]»
                    BAR 0 [mem size 4K]
                }
                """))
                .says("BAR 0 is said again further down")
                .fixRemoves("BAR 0 [mem size 256]");
    }

    @Test
    void letsAFunctionChangeWhatItsTypeSays() {
        check(new RepeatedStatement(), "device-type t { BAR 0 [mem size 256] }\n" + Machines.pc("""
                device 01.0 : t { BAR 0 [mem size 4K] }
                """));
    }

    @Test
    void leavesTwoSourcesToTheRuleAboutContradictions() {
        check(new RepeatedStatement(), Machines.pc("""
                device 01.0 {
                    BAR 0 [mem size 256] from "dmesg.txt":4
                    BAR 0 [mem size 4K] from "lspci.txt":7
                }
                """));
    }
}
