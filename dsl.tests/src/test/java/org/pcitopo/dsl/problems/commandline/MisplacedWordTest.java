package org.pcitopo.dsl.problems.commandline;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.finder.Machines;

class MisplacedWordTest {

    @Test
    void findsAQuoteWithoutPartner() {
        check(new MisplacedWord(), Machines.pcBoot("""
                device 01.0
                """, """
                    command-line 'root=/dev/sda «dyndbg="file drivers/pci +p»'
                """))
                .says("a double quote has no partner");
    }

    @Test
    void findsAnOptionBehindTwoDashes() {
        check(new MisplacedWord(), Machines.commandLine("quiet -- «pci=realloc»"))
                .says("goes to init");
    }

    @Test
    void acceptsAWholeLine() {
        check(new MisplacedWord(), Machines.commandLine("root=/dev/sda pci=realloc quiet"));
    }
}
