package org.pcitopo.dsl.ide.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineIndexTest {

    /** Lines of two, three and no characters. */
    private static final String TEXT = "ab\ncde\r\n";

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,3", "1,3,6", "2,0,8", "0,3,2", "1,9,6", "1,2147483647,6", "2,2147483647,8", "7,0,8", "2147483647,2147483647,8",
            "0,-1,0", "1,-1,3", "-1,0,0", "-5,-5,0", "-2147483648,2147483647,0"})
    void aPlaceOutsideIsTheNearestInside(int line, int character, int offset) {
        assertEquals(offset, new LineIndex(TEXT).offset(new Position(line, character)));
    }

    @Test
    void theLargestNumberIsTheEndOfItsLineInAnEdit() {
        Range line = new Range(new Position(1, 0), new Position(1, Integer.MAX_VALUE));
        assertEquals("ab\nx\r\n", TextChanges.apply(TEXT, List.of(new TextDocumentContentChangeEvent(line, "x"))));
    }
}
