package org.pcitopo.dsl.problems.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "256, 256 B", "4096, 4K", "16384, 16K", "5242880, 5M", "5308416, 5184K", "-9223372036854775808, 8E"})
    void writesSizesAsPeopleDo(long bytes, String text) {
        assertEquals(text, Quantities.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 1 error", "2, 2 errors", "0, 0 errors"})
    void counts(long number, String text) {
        assertEquals(text, Quantities.count(number, "error"));
    }

    @Test
    void listsAFewThings() {
        assertEquals("a, b and c", Quantities.list(List.of("a", "b", "c"), 3));
    }

    @Test
    void countsTheRestOfManyThings() {
        assertEquals("a, b and 2 more", Quantities.list(List.of("a", "b", "c", "d"), 2));
    }
}
