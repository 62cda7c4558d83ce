package org.pcitopo.capture.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.capture.source.SourceLine;

/** Whatever stands before a kernel message is taken off, in any combination. */
class LinePrefixTest {

    private static final String MESSAGE = "pci 0000:00:00.0: [8086:29c0] type 00 class 0x060000";

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "   ",
        "[    1.649864] ",
        "[    1.649864]",
        "[83973666.905188] ",
        "<6>[    1.649864] ",
        "[    1.649864] [    T1] ",
        "[    1.649864][    T1] ",
        "[    1.649864][ C0] ",
        "[Sun Nov 22 14:40:01 2026] ",
        "Nov 22 14:40:01 talos kernel: ",
        "Nov 22 14:40:01 kernel: ",
        "Nov 22 14:40:01.123456 talos kernel: [    1.649864] ",
        "2026-11-22T14:40:01.123456+01:00 talos kernel: ",
        "2026-11-22T14:40:01+0100 talos kernel: ",
        "2026-11-22T14:40:01,123456+00:00 ",
        "2024-12-17 14:39:28,478 DEBUG:\t",
        "kernel: ",
        "kern  :info  : [    1.649864] ",
        "> ",
        "> > >> [    1.649864] ",
        ">>> kernel: ",
        "\u001b[32m[    1.649864] \u001b[0m",
        "\u0000\ufeff[    1.649864] "})
    void takesOffPrefixes(String prefix) {
        assertEquals(MESSAGE, strip(prefix + MESSAGE).text());
    }

    @Test
    void keepsTheKernelsTime() {
        assertEquals(OptionalDouble.of(1.649864), strip("> <6>[    1.649864] " + MESSAGE).seconds());
    }

    @Test
    void tellsStampedLinesFromOthers() {
        assertFalse(strip("> conventional PCI endpoint").stamped());
    }

    @Test
    void marksTheSidesOfADiff() {
        assertEquals('-', strip("-[    1.649864] " + MESSAGE).diff());
    }

    @Test
    void takesOffHtmlLeftOvers() {
        assertEquals(MESSAGE, strip("[    0.152166] " + MESSAGE + "<br>").text());
    }

    @Test
    void keepsThePlaceInTheSource() {
        assertEquals(412, LinePrefix.strip(new SourceLine("mail.txt", 412, "> x")).number());
    }

    private static LogLine strip(String text) {
        return LinePrefix.strip(new SourceLine("dmesg.txt", 1, text));
    }
}
