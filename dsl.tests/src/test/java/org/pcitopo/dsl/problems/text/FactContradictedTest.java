package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class FactContradictedTest {

    @Test
    void namesBothSources() {
        check(new FactContradicted(), Machines.pc("""
                device 01.0 {
                    «BAR 0 [mem size 256] from "dmesg.txt":4»
                    BAR 0 [mem size 4K] from "lspci.txt":7
                }
                """))
                .says("dmesg.txt:4 and lspci.txt:7 say different things of BAR 0");
    }

    @Test
    void letsTwoSourcesSayTheSame() {
        check(new FactContradicted(), Machines.pc("""
                device 01.0 {
                    BAR 0 [mem size 256] from "dmesg.txt":4
                    BAR 0 [mem size 256] from "lspci.txt":7
                }
                """));
    }
}
