package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class NumberOffersTest {

    private static Editor open(String devices, String statements) {
        return Editor.of(Samples.arm(devices, statements).replace("host cloud", "host «cloud»"));
    }

    @Test
    void numbersByAddress() {
        assertEquals(Samples.arm("device 01.0 nvme0 : ssd\ndevice 02.0 nvme1 : ssd\ndevice 03.0 gpu", ""),
                open("device 01.0 nvme7 : ssd\ndevice 02.0 nvme2 : ssd\ndevice 03.0 gpu", "").act("Number names"));
    }

    @Test
    void takesReferencesAlong() {
        assertEquals(Samples.arm("device 01.0 nvme0 : ssd\ndevice 02.0 nvme1 : ssd", "expect nvme1 BAR 0 emulated"),
                open("device 01.0 nvme1 : ssd\ndevice 02.0 nvme0 : ssd", "expect nvme0 BAR 0 emulated").act("Number names"));
    }

    @Test
    void leavesALonelyNameAlone() {
        assertFalse(open("device 01.0 nvme7 : ssd", "").offers("Number names"));
    }

    @Test
    void offersNothingWhereAllIsInOrder() {
        assertFalse(open("device 01.0 nvme0 : ssd\ndevice 02.0 nvme1 : ssd", "").offers("Number names"));
    }

    @Test
    void offersNothingWhereOtherFilesUseTheNames() {
        assertFalse(open("device 01.0 nvme7 : ssd\ndevice 02.0 nvme2 : ssd", "").with("boots.pcitopo",
                "import \"main.pcitopo\"\nboot other of cloud { expect nvme7 BAR 0 emulated }").offers("Number names"));
    }
}
