package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class EntryMakesThingsWorseTest {

    @Test
    void namesWhatIsLost() {
        check(new EntryMakesThingsWorse(), Machines.pcBoot("""
                bridge 01.0 port {
                    window [mem 0x80000000-0x801fffff]
                    device 00.0 a { BAR 0 [mem 0x80000000-0x800000ff] }
                    device 00.1 b { BAR 0 [mem 0x80001000-0x800010ff] }
                }
                """, """
                    command-line "pci=resource_alignment=«16@00:01.0»"
                """))
                .says("without it")
                .says("a BAR 0")
                .fixRemoves("resource_alignment");
    }

    @Test
    void acceptsAnEntryThatWins() {
        check(new EntryMakesThingsWorse(), Machines.pcBoot("""
                device 01.0 a { BAR 0 [mem 0x80000000-0x800000ff] }
                device 02.0 b { BAR 0 [mem 0x80000100-0x800001ff] }
                """, """
                    command-line "pci=resource_alignment=12@00:01.0"
                """));
    }
}
