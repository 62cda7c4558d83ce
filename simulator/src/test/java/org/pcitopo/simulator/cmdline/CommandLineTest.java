package org.pcitopo.simulator.cmdline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            pci=realloc                       | realloc
            pci="realloc"                     | realloc
            "pci=realloc"                     | realloc
            pci="resource_alignment=a b;c" x  | resource_alignment=a b;c
            pci="realloc                      | realloc
            quiet pci=off ro                  | off
            pci=                              | ''
            pci=a"b"                          | a"b"
            """)
    void aValueLosesTheQuotesAroundItAlone(String text, String value) {
        assertEquals(List.of(value), CommandLine.of(text).valuesOf("pci").stream().map(Token::text).toList());
    }

    @Test
    void everyOccurrenceCountsAlsoOverSeveralLines() {
        CommandLine line = CommandLine.of("pci=a\n\tpci=b\n");
        assertEquals(List.of("a", "b"), line.valuesOf("pci").stream().map(Token::text).toList());
    }

    @Test
    void aValueStandsWhereItsOffsetSays() {
        Token value = CommandLine.of("quiet \"pci=realloc\" ro").valuesOf("pci").get(0);
        assertEquals(new Token(11, "realloc"), value);
    }

    @Test
    void dashesAndUnderscoresAreEqualInNames() {
        CommandLine line = CommandLine.of("vfio-pci.ids=1:2 vfio_pci.ids=3:4");
        assertEquals(2, line.valuesOf("vfio-pci.ids").size());
    }

    @Test
    void whatFollowsTwoDashesIsForInit() {
        assertEquals(List.of(), CommandLine.of("quiet -- pci=off").valuesOf("pci"));
    }

    @Test
    void anEqualsSignThatOpensAWordIsPartOfItsName() {
        CommandLineWord word = CommandLine.of("=a=b").words().get(0);
        assertEquals("=a", word.name().text());
    }

    @Test
    void aLoneQuoteIsSeen() {
        assertFalse(CommandLine.of("a=\"b").words().get(0).closed());
        assertTrue(CommandLine.of("a=\"b\"").words().get(0).closed());
    }
}
