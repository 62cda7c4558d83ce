package org.pcitopo.dsl.ide.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;

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
}
