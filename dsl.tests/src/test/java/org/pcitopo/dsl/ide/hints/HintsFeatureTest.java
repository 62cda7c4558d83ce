package org.pcitopo.dsl.ide.hints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class HintsFeatureTest {

    private static List<String> hints(String devices, String boot) {
        return Editor.of(Samples.arm(devices, boot)).hints();
    }

    @Test
    void showPlaceAndVerdictBehindABar() {
        assertEquals(List.of("BAR 0 [mem size 16K]|0x10000000 mapped"), hints("device 01.0 a { BAR 0 [mem size 16K] }", ""));
    }

    @Test
    void showBarsOfATypeBehindTheDevice() {
        assertEquals(List.of("a : ssd|BAR 0 0x8000000000 page shared", "b : ssd|BAR 0 0x8000004000 unaligned"),
                hints("device 01.0 a : ssd\ndevice 02.0 b : ssd", ""));
    }

    @Test
    void showBusesBehindABridge() {
        assertEquals(List.of("bridge 01.0 root-port|bus 01"), hints("bridge 01.0 root-port { }", ""));
    }

    @Test
    void doNotRepeatBusesThatAreWritten() {
        assertEquals(List.of(), hints("bridge 01.0 root-port [bus 01] { }", ""));
    }

    @Test
    void tellWherePlacesDifferAndVerdictsDoNot() {
        String devices = "device 01.0 a { BAR 0 [mem size 4K] }\ndevice 02.0 b { BAR 0 [mem size 4K] }";
        String other = "boot other of cloud { page-size 4K command-line \"pci=resource_alignment=16@00:02.0\" }\n";

        assertEquals("BAR 0 [mem size 4K]|mapped, at 0x10000000 in stock",
                Editor.of(Samples.arm(devices, "page-size 4K") + other).hints().get(0));
    }

    @Test
    void tellInHowManyBootsThatIsSo() {
        assertEquals(List.of("a : ssd|BAR 0 0x8000000000 page shared in stock (64K)", "b : ssd|BAR 0 0x8000004000 unaligned in stock (64K)"),
                hints("device 01.0 a : ssd\ndevice 02.0 b : ssd", "page-size 64K, 4K"));
    }
}
