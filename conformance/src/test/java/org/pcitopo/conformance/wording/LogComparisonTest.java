package org.pcitopo.conformance.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How two texts are compared. */
class LogComparisonTest {

    @Test
    void repeatedLinesCountAsOftenAsTheyStand() {
        LogComparison comparison = LogComparison.of(List.of("a", "a", "b"), List.of("a", "b", "b"));
        assertEquals(List.of(List.of("a", "b"), List.of("a"), List.of("b")),
                List.of(comparison.equal(), comparison.missing(), comparison.extra()));
    }

    @Test
    void anotherOrderIsNotIdentical() {
        LogComparison comparison = LogComparison.of(List.of("a", "b", "c"), List.of("b", "a", "c"));
        assertEquals(2, comparison.inOrder());
        assertFalse(comparison.isIdentical());
    }
}
