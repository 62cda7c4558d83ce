package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class ActionFeatureTest {

    private static final String TWO = "device 01.0 «a» : ssd passthrough\ndevice 02.0 b : ssd passthrough";
    private static final String PLAIN = "device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd passthrough";

    @Test
    void mendsAProblem() {
        assertEquals(Samples.arm(PLAIN, "command-line \"quiet\""),
                Editor.of(Samples.arm(PLAIN, "command-line \"quiet «pci=resource_alignment=16@00:09.0»\"")).act("Remove"));
    }

    @Test
    void replacesAnAddressAtWhichNothingIsAnyMore() {
        assertEquals(Samples.arm(PLAIN, "command-line \"pci=resource_alignment=16@0000:00:02.0\""),
                Editor.of(Samples.arm(PLAIN, "command-line \"pci=resource_alignment=«16@01:02.0»\"")).act("Write 0000:00:02.0 (b)"));
    }

    @Test
    void namesTheProblemThatItMends() {
        assertTrue(Editor.of(Samples.arm(PLAIN, "command-line \"quiet «pci=resource_alignment=16@00:09.0»\"")).action("Remove")
                .getDiagnostics().get(0).getCode().getLeft().equals("PCI217"));
    }

    @Test
    void writesLinesThatEndAsThoseOfTheFile() {
        String written = Editor.of(Samples.arm(TWO, "").replace("\n", "\r\n")).act("Ignore PCI301");
        assertEquals(written.replace("\r\n", "\n").replace("\n", "\r\n"), written);
    }

    @Test
    void alignsADevice() {
        assertEquals(Samples.arm(PLAIN, "command-line \"quiet pci=resource_alignment=00:01.0\""),
                Editor.of(Samples.arm(TWO, "command-line \"quiet\"")).act("Make a mappable in boot stock"));
    }

    @Test
    void alignsAll() {
        assertEquals(Samples.arm(PLAIN, "command-line \"quiet pci=resource_alignment=00:01.0\""),
                Editor.of(Samples.arm(PLAIN, "command-line \"quiet\"").replace("stock", "«stock»")).act("Make everything passed through mappable"));
    }

    @Test
    void writesExpectations() {
        assertEquals(Samples.arm(PLAIN, "command-line \"quiet\"\nexpect a BAR 0 emulated because page-shared\nexpect b BAR 0 emulated because unaligned"),
                Editor.of(Samples.arm(PLAIN, "command-line \"quiet\"").replace("stock", "«stock»")).act("Write expectations"));
    }

    @Test
    void keepsAProblemBack() {
        assertTrue(Editor.of(Samples.arm(TWO, "")).act("Ignore PCI301").contains("// ignore PCI301: why this is fine\n        device 01.0 a"));
    }

    @Test
    void extractsADeviceType() {
        String after = Editor.of("host h {\n    host-bridge 0000:00 {\n        device 01.0 «disk0» { id 144d:a808 BAR 0 [mem size 16K] }\n    }\n}\n")
                .act("Extract device type");
        assertEquals("device-type disk-type {\n    id 144d:a808\n    BAR 0 [mem size 16K]\n}\n\nhost h {\n    host-bridge 0000:00 {\n"
                + "        device 01.0 disk0 : disk-type\n    }\n}\n", after);
    }

    @Test
    void inlinesADeviceType() {
        String before = "device-type ssd { id 144d:a808 BAR 0 [mem size 16K] }\nhost h {\n    host-bridge 0000:00 {\n        device 01.0 «disk» : ssd\n    }\n}\n";
        assertTrue(Editor.of(before).act("Inline device type").contains(
                "device 01.0 disk {\n            id 144d:a808\n            BAR 0 [mem size 16K]\n        }"));
    }
}
