package org.pcitopo.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Position;

/** The mark stands below the characters that it is about, whatever the line looks like. */
class ExcerptTest {

    private static final int LONG = 100_000;

    private static Excerpt of(String line, int from, int to) {
        return Excerpt.of(line, new Location("f", new Position(1, from), new Position(1, to)), '^');
    }

    private static String shown(Excerpt excerpt) {
        return excerpt.line() + "\n" + excerpt.mark();
    }

    @Test
    void marksARange() {
        assertEquals("BAR 0 [mem size 3K]\n                ^^", shown(of("BAR 0 [mem size 3K]", 17, 19)));
    }

    @Test
    void aTabIsFourBlanks() {
        assertEquals("    BAR 9\n        ^", shown(of("\tBAR 9", 6, 7)));
    }

    @Test
    void anEmptyRangeIsOneMark() {
        assertEquals("host\n    ^", shown(of("host", 5, 5)));
    }

    @Test
    void aRangeOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
        Location location = new Location("f", new Position(1, 6), new Position(3, 2));

        assertEquals("host a {\n     ^^^", shown(Excerpt.of("host a {", location, '^')));
    }

    @Test
    void aPlaceBehindTheEndIsMarkedAtTheEnd() {
        assertEquals("}\n ^", shown(of("}", 40, 50)));
    }

    @Test
    void ofALongLineThePartAroundTheMarkIsShown() {
        Excerpt excerpt = of("x".repeat(LONG) + "WRONG" + "y".repeat(LONG), LONG + 1, LONG + 6);

        assertEquals("WRONG", excerpt.line().substring(excerpt.mark().indexOf('^'), excerpt.mark().lastIndexOf('^') + 1));
    }

    @Test
    void aLongMarkIsCut() {
        assertTrue(of("x".repeat(LONG), 1, LONG).mark().length() < 200);
    }
}
