package org.pcitopo.dsl.ide.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.service.PcitopoLanguage;

class FormatFeatureTest {

    @Test
    void laysTheFileOut() {
        assertEquals("platform p {\n    architecture x86_64\n}\n", Editor.of("platform p {\narchitecture   x86_64\n}\n").formatted());
    }

    @Test
    void changesNoLineThatIsRight() {
        assertEquals(1, Editor.of("platform p {\n    architecture x86_64\n  machine x86\n}\n").formatEdits());
    }

    @Test
    void leavesABrokenFileAlone() {
        assertEquals(0, Editor.of("platform p {\narchitecture\n}\n").formatEdits());
    }

    @Test
    void laysOnlyTheRangeOut() {
        assertEquals("platform p {\narchitecture x86_64\n    machine x86\n}\n",
                Editor.of("platform p {\narchitecture x86_64\n«machine x86»\n}\n").rangeFormatted());
    }

    @Test
    void endsLinesAsTheFileDoes() {
        assertEquals("platform p {\r\n    architecture x86_64 machine x86\r\n}\r\n",
                Editor.of("platform p { architecture x86_64 machine x86\r\n}\r\n").formatted());
    }

    @Test
    void changesNothingTheSecondTime() {
        String once = Editor.of("device-type t { } host h { }").formatted();

        assertEquals(once, Editor.of(once).formatted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform p { }", "platform p { }\n", "platform p { }\n\n\n", "\n\nplatform p { }", "platform p {\n\n\n\n  linux 6.12 }", ""})
    void comesToWhatTheFormatterSays(String text) {
        assertEquals(PcitopoLanguage.create().format(text), Editor.of(text).formatted());
    }

    @Test
    void offersNoChangeOfNothing() {
        assertEquals(0, Editor.of("platform p { }\n").formatEdits());
    }
}
