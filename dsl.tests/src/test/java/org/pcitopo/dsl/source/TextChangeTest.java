package org.pcitopo.dsl.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class TextChangeTest {

    @Property
    void makesOneTextOfAnother(@ForAll @Chars({'a', 'b', '\n'}) @StringLength(max = 12) String before,
            @ForAll @Chars({'a', 'b', '\n'}) @StringLength(max = 12) String after) {
        TextChange change = TextChange.between(before, after);

        assertEquals(after, before.substring(0, change.offset()) + after.substring(change.offset(), change.offset() + change.inserted())
                + before.substring(change.end()));
    }
}
