package org.pcitopo.dsl.ide.hover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class ResourceHoverTest {

    private static void assertShows(String text, String expected) {
        String hover = Editor.of(text).hover();
        assertTrue(hover.contains(expected), hover);
    }

    private static final String TWO = Samples.arm("""
            device 01.0 a passthrough { BAR ‸0 [mem size 16K 64bit] }
            device 02.0 b passthrough { BAR 0 [mem size 16K 64bit] }
            """, "");

    @Test
    void tellsSizeAndType() {
        assertShows(TWO, "**BAR 0** of `a` (0000:00:01.0): 16K, 64-bit memory");
    }

    @Test
    void tellsPlaceAndVerdictOfEachBoot() {
        assertShows(TWO, "| stock | `0x8000000000-0x8000003fff` | emulated: page shared |");
    }

    @Test
    void tellsTheReasonInOneSentence() {
        assertShows(TWO, "\nvfio-pci does not map it: it begins the 64K page 0x8000000000-0x800000ffff, but b BAR 0 uses that page as well.\n");
    }

    @Test
    void tellsHowItCameThere() {
        assertShows(TWO, "- *order*: Of 2 resources that were placed on bus 00 it was the 1st");
    }

    @Test
    void saysNothingTwice() {
        String hover = Editor.of(TWO).hover();
        assertEquals(hover.indexOf("it begins the 64K page"), hover.lastIndexOf("it begins the 64K page"), hover);
    }

    @Test
    void drawsThePage() {
        assertShows(TWO, """
                64K page 0x8000000000
                ████████▒▒▒▒▒▒▒▒················
                  0x8000000000     16K  a BAR 0  ◀
                  0x8000004000     16K  b BAR 0
                """);
    }

    @Test
    void comparesPageSizes() {
        assertShows(TWO, "| mapped | mapped | **emulated: page shared** |");
    }

    @Test
    void tellsTheWindow() {
        assertShows(TWO, "- *place*: In window 1 of host 0000:00 (0x8000000000-0x80000fffff) the first multiple of 16K with 16K free");
    }

    @Test
    void tellsOfEveryFunctionOfAType() {
        assertShows(Samples.arm("device 01.0 a : ssd\ndevice 02.0 b : ssd", "").replace("BAR 0 [mem", "BAR ‸0 [mem"),
                "of 2 functions");
    }

    @Test
    void saysWhyThereIsNoPlace() {
        assertShows(Samples.arm("device 01.0 a { BAR ‸0 [mem size 4G 64bit] }", ""), "It needs 4G at a multiple of 4G. Window 0 of host 0000:00 (0x10000000-0x3efeffff) had ");
    }

    @Test
    void saysNothingBetweenStatements() {
        assertEquals("", Editor.of(Samples.arm("device 01.0 a { }\n  ‸\n", "")).hover());
    }

    @Test
    void worksInABrokenFile() {
        assertShows(TWO + "\nboot broken of { nonsense", "emulated: page shared");
    }
}
