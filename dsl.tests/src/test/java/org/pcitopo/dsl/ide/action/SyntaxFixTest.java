package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcitopo.dsl.ide.testkit.Editor;

class SyntaxFixTest {

    @ParameterizedTest
    @CsvSource({
        "platform p { «arch» x86_64 }, Write architecture, platform p { architecture x86_64 }",
        "device-type t { BAR 0 [mem size 4K «64bits»] }, Write 64bit, device-type t { BAR 0 [mem size 4K 64bit] }",
        "device-type «host» { }, Write ^host, device-type ^host { }",
        "device-type t { BAR 0 [mem size 4K «}», Insert ']', device-type t { BAR 0 [mem size 4K] }"
    })
    void mendsAWord(String text, String title, String mended) {
        assertEquals(mended, Editor.of(text).act(title));
    }

    @Test
    void closesTheLastBlock() {
        assertEquals("platform p {\n    architecture x86_64\n}\n", Editor.of("platform p «{»\n    architecture x86_64\n").act("Insert '}' at the end"));
    }

    @Test
    void closesABlockBeforeTheNext() {
        assertEquals("platform p {\n    architecture x86_64\n}\nplatform q {\n}\n",
                Editor.of("platform p «{»\n    architecture x86_64\nplatform q {\n}\n").act("Insert '}' before line 3"));
    }

    @Test
    void closesAText() {
        assertEquals("boot b of h { command-line \"pci=realloc\" }", Editor.of("boot b of h { command-line «\"pci=realloc }»").act("Close the text"));
    }

    @Test
    void offersNoWordThatBeginsOnlyABlockOfItsOwn() {
        assertFalse(Editor.of("device-type t {\n    BAR 0 «imports» 4K\n}\n").offers("Write"));
    }

    @Test
    void offersNoWordThatCannotStandThere() {
        assertFalse(Editor.of("boot b of h {\n    expect a BAR 0 «is» mapped\n}\n").offers("Write"));
    }
}
