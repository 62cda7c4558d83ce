package org.pcitopo.dsl.literals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.simulator.topology.AddressRange;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource({"256, 256", "16K, 16384", "64k, 65536", "8M, 8388608", "1G, 1073741824", "0x4000, 16384", "256MB, 268435456"})
    void readsSizes(String text, long size) {
        assertEquals(OptionalLong.of(size), Literals.size(text));
    }

    @ParameterizedTest
    @CsvSource({"16E", "99999999999999999999", "0x10000000000000000"})
    void refusesSizesOfMoreThan64Bits(String text) {
        assertEquals(OptionalLong.empty(), Literals.size(text));
    }

    @Test
    void refusesARangeThatEndsBeforeItStarts() {
        assertEquals(Optional.empty(), Literals.range("0x2000-0x1fff"));
    }

    @Test
    void readsASingleAddressAsARange() {
        assertEquals(Optional.of(new AddressRange(0x60, 0x60)), Literals.range("0x60"));
    }

    @Property
    void aSizeReadsBackAsWritten(@ForAll long size) {
        assertEquals(OptionalLong.of(size), Literals.size(Literals.sizeText(size)));
    }

    @Property
    void anAddressReadsBackAsWritten(@ForAll long address) {
        assertEquals(OptionalLong.of(address), Literals.address(Literals.addressText(address)));
    }

    @Property
    void quotedTextReadsBackAsWritten(@ForAll String text) {
        assertEquals(text, QuotedText.parse(QuotedText.write(text)).value());
    }

    @Property
    void everyCharacterOfQuotedTextIsFound(@ForAll String text) {
        String literal = QuotedText.write(text);
        QuotedText quoted = QuotedText.parse(literal);
        for (int i = 0; i < text.length(); i++) {
            int at = quoted.offsets()[i];
            char written = literal.charAt(at) == '\\' ? literal.charAt(at + 1) : literal.charAt(at);
            assertEquals(text.charAt(i), written);
        }
    }
}
