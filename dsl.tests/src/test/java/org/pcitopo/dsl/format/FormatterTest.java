package org.pcitopo.dsl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.lexer.TokenScanner;
import org.pcitopo.dsl.tests.GrammarTest;
import org.pcitopo.dsl.tests.Parsed;

class FormatterTest {

    private static String format(String text) {
        return Parsed.language().format(text);
    }

    /** The tokens that carry meaning, in order. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(text, Parsed.language().keywords());
        while (scanner.next()) {
            if (scanner.isKeyword() || !scanner.terminal().equals(TokenScanner.WHITE_SPACE)) {
                tokens.add(scanner.token().strip());
            }
        }
        return tokens;
    }

    @Test
    void blocksAreIndentedAndTokensSpaced() {
        assertEquals("""
                host box on pc {
                    host-bridge 0000:00 [bus 00-ff] {
                        device 01.0 nic : x710 passthrough {
                            BAR 0 [mem 0xfe800000-0xfe8fffff 64bit] from "dmesg.txt":412
                            reg 0x10: [io 0x1000-0x101f]
                        }
                    }
                }
                """, format("""
                host   box on pc
                {
                host-bridge 0000:00 [ bus 00-ff ]{
                  device 01.0 nic: x710 passthrough { BAR 0 [mem 0xfe800000-0xfe8fffff   64bit] from "dmesg.txt" : 412
                  reg 0x10 : [io  0x1000-0x101f] }}
                }"""));
    }

    @Test
    void aBlockInOneLineStaysThere() {
        assertEquals("platform pc { architecture x86_64 linux 6.12 }\n", format("platform pc {architecture x86_64   linux 6.12}"));
    }

    @Test
    void elementsAreSetApart() {
        assertEquals("host a {\n    iommu-group 1 { x }\n}\n\nhost b {\n}\n", format("host a {\niommu-group 1 {x}\n}\nhost b {\n\n}\n"));
    }

    @Test
    void commentsBehindCodeShareAColumn() {
        assertEquals("""
                platform pc {
                    linux 6.12    // the release
                    page-size 64K // large

                    isolated-msi // alone
                }
                """, format("""
                platform pc {
                linux 6.12 // the release
                page-size 64K     // large


                isolated-msi    // alone
                }
                """));
    }

    @Test
    void aStatementOverLinesIsIndentedMore() {
        assertEquals("boot b of box {\n    linux 6.1,\n            6.12\n    expect no BAR unassigned\n}\n",
                format("boot b of box {\nlinux 6.1,\n6.12\nexpect no BAR unassigned\n}\n"));
    }

    @Test
    void aStringOverLinesIsLeftAlone() {
        String text = "boot b of box {\n    command-line \"root=/dev/sda1\n  quiet\"\n}\n";
        assertEquals(text, format(text));
    }

    @Test
    void anEmptyTextStaysEmpty() {
        assertEquals("", format("\n\n"));
    }

    @Test
    void theExampleKeepsItsMeaning() {
        assertEquals(tokens(GrammarTest.POWER9), tokens(format(GrammarTest.POWER9)));
    }

    @Property(tries = 300)
    void formattingTwiceIsFormattingOnce(@ForAll long seed) {
        String once = format(mangled(seed));
        assertEquals(once, format(once));
    }

    @Property(tries = 300)
    void formattingKeepsTheTokens(@ForAll long seed) {
        String text = mangled(seed);
        assertEquals(tokens(text), tokens(format(text)));
    }

    @Property(tries = 100)
    void anythingCanBeFormatted(@ForAll String text) {
        assertEquals(tokens(text), tokens(format(text)));
    }

    /** The example with blanks and line ends thrown in and taken out. */
    private static String mangled(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        TokenScanner scanner = new TokenScanner(GrammarTest.POWER9, Parsed.language().keywords());
        while (scanner.next()) {
            boolean blank = !scanner.isKeyword() && scanner.terminal().equals(TokenScanner.WHITE_SPACE);
            boolean change = blank && random.nextInt(4) == 0;
            text.append(change ? List.of(" ", "\n", "\n\n\n", "   ", "\n\t").get(random.nextInt(5)) : scanner.token());
        }
        return text.toString();
    }
}
