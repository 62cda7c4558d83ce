package org.pcitopo.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.dsl.service.Document;

/** One mistake, one message at its characters; everything else goes on working. */
class SyntaxErrorsTest {

    private static final String FRAME = """
            platform pc { architecture x86_64 linux 6.12 }
            host box on pc {
                host-bridge 0000:00 {
                    %s
                    device 1f.0 last
                }
            }
            boot b of box {
                expect last BAR 0 unassigned
            }
            """;

    /**
     * A mistake.
     *
     * @param text in a host bridge, from line 4, column 9
     * @param error what is said of it
     */
    record Mistake(String text, String error) {
    }

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake("devic 01.0 x { BAR 0 [mem size 4K] }",
                        "4:9 'devic' 'devic' begins no statement in a host-bridge block; did you mean 'device'?"),
                new Mistake("device 01.0 x { BAR 0 [mem sze 4K] }", "4:36 'sze' 'sze' is not expected behind 'mem'; did you mean 'size'?"),
                new Mistake("device 01.0 x { BAR 0 [mem size] }", "4:40 ']' ']' is not expected behind 'size'"),
                new Mistake("device 01.0 x {\n BAR 0 [mem size 4K\n BAR 1 [mem size 4K]\n}",
                        "5:18 '4K' this statement is not complete: expected ']'"),
                new Mistake("device 01.8 x { BAR 0 [mem size 4K] }", "4:16 '01.8' '01.8' is no place of a function: "
                        + "write 00.0 or 0000:01:00.0, devices 00 to 1f, functions 0 to 7"),
                new Mistake("device 01.0 x passthru driver vfio-pci { BAR 0 [mem size 4K] }",
                        "4:23 'passthru' 'passthru' is not expected behind 'x'; did you mean 'passthrough'?"),
                new Mistake("device 01.0 x {\n            BAR 0 [mem size 4K]", "4:23 '{' this '{' is not closed: a '}' is missing before line 6"),
                new Mistake("}", "4:9 '}' this '}' ends the block too early: more of it follows in line 5"),
                new Mistake("device 01.0 x :", "4:23 ':' this statement is not complete: expected a name"),
                new Mistake("device 01.0 x { BAR 99999999999 [mem size 4K] }", "4:29 '99999999999' 99999999999 is too large"),
                new Mistake("device 01.0 x { BAR 0 [mem size 99999999999999999999] }",
                        "4:41 '99999999999999999999' 99999999999999999999 does not fit into 64 bits"),
                new Mistake("device 01.0 x { BAR 0 [mem size 16X] }", "4:41 '16X' '16X' is no number, size, address or release"),
                new Mistake("device 01.0 x : boot", "4:25 'boot' 'boot' is a word of the language: write ^boot to use it as a name"),
                new Mistake("expect last mapped", "4:9 'expect' 'expect' cannot stand in a host-bridge block"),
                new Mistake("device 01.0 x { id 8086:0a5 }",
                        "4:28 '8086:0a5' '8086:0a5' is neither an id such as 8086:0a54 nor a root bus such as 0000:00"),
                new Mistake("device 01.0 x \"label", "4:23 '\"label' this text is never closed: a quote is missing at its end"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneMistakeIsOneMessage(Mistake mistake) {
        Document document = Parsed.document(FRAME.formatted(mistake.text()));
        assertEquals(List.of(mistake.error()), Parsed.errors(document));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theRestOfTheFileIsRead(Mistake mistake) {
        Document document = Parsed.document(FRAME.formatted(mistake.text()));
        assertEquals(List.of(1, List.of()), List.of(document.lowered().boots().size(), document.lowered().problems()));
    }

    @Test
    void aWrongHeadLineLeavesTheBlockAlone() {
        Document document = Parsed.document("host box { architecture x86_64 }\nboot b fo box {\n command-line \"quiet\"\n}\n");
        assertEquals(List.of("2:8 'fo' 'fo' is not expected behind 'b'; did you mean 'of'?"), Parsed.errors(document));
    }

    @Test
    void aForgottenBraceIsToldByIndentation() {
        assertEquals(List.of("3:17 '{' this '{' is not closed: a '}' is missing before line 7"), Parsed.errors("""
                host box { architecture x86_64
                  host-bridge 0000:00 {
                    bridge 01.0 {
                      device 00.0
                  }
                }
                boot b of box { }
                """));
    }

    @Test
    void twoMistakesAreTwoMessages() {
        assertEquals(2, Parsed.errors(FRAME.formatted("devic 01.0\ndevice 02.0 { BAR 0 [mem sze 4K] }")).size());
    }

    @Test
    void aCommentThatIsNeverClosedIsToldInItsFirstLine() {
        assertEquals(List.of("1:1 '/* never' this comment is never closed: '*/' is missing"), Parsed.errors("/* never\nhost box { }\n"));
    }

    @Property(tries = 60)
    void anyBytesAreRead(@ForAll String text) {
        Parsed.document(text);
    }

    @Property(tries = 150)
    void aTextWithTokensTakenOutIsRead(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(GrammarTest.POWER9.lines().toList());
        for (int i = 0; i < 3; i++) {
            int line = random.nextInt(lines.size());
            String text = lines.get(line);
            int at = text.isEmpty() ? 0 : random.nextInt(text.length());
            lines.set(line, text.substring(0, at) + text.substring(Math.min(text.length(), at + random.nextInt(8))));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Parsed.document(String.join("\n", lines)));
    }
}
