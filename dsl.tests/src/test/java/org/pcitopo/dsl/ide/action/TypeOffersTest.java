package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

/** A device type is made of a device, and the other way round, and nothing is meant otherwise than before. */
class TypeOffersTest {

    private static String host(String device) {
        return "// The machine.\nhost h {\n    host-bridge 0000:00 {\n" + device.indent(8) + "    }\n}\n";
    }

    private static String extracted(String device) {
        return Editor.of(host(device)).act("Extract device type");
    }

    @Test
    void namesTheTypeOfANamelessDeviceByItsIds() {
        assertEquals("device-type type-144d-a808 {\n    id 144d:a808\n    BAR 0 [mem size 4K]\n}\n\n" + host("device 01.0 : type-144d-a808"),
                extracted("device «01.0» {\n    id 144d:a808\n    BAR 0 [mem size 4K]\n}"));
    }

    @Test
    void leavesWithTheDeviceWhatIsItsAlone() {
        assertEquals("device-type nvme-type {\n    id 144d:a808 // a drive\n    BAR 0 [mem size 16K 64bit]\n}\n\n"
                + host("device 01.0 nvme0 : nvme-type {\n    driver vfio-pci\n    BAR 0 at 0xfe800000\n}"),
                extracted("device 01.0 «nvme0» {\n    id 144d:a808 // a drive\n    driver vfio-pci\n    BAR 0 [mem 0xfe800000-0xfe803fff 64bit]\n}"));
    }

    @Test
    void keepsOrigins() {
        assertEquals("device-type x-type {\n    BAR 0 [mem size 4K] from \"dmesg\":4\n}\n\n"
                + host("device 01.0 x : x-type {\n    BAR 0 at 0xfe800000 from \"dmesg\":4\n}"),
                extracted("device 01.0 «x» { BAR 0 [mem 0xfe800000-0xfe800fff] from \"dmesg\":4 }"));
    }

    @Test
    void takesANameThatNobodyHas() {
        assertEquals("device-type x-type-2 {\n    id 144d:a808\n}\n\ndevice-type x-type { }\n" + "host h { host-bridge 0000:00 { device 01.0 x : x-type-2 } }",
                Editor.of("device-type x-type { }\nhost h { host-bridge 0000:00 { device 01.0 «x» { id 144d:a808 } } }").act("Extract device type")
                        .replaceFirst("(?s)^(device-type x-type \\{ \\}\\n)(device-type x-type-2 .*?\\}\\n\\n)", "$2$1"));
    }

    private static final String TYPES = """
            device-type general {
                id 8086:1572 subsystem 8086:0001
                BAR 0 [mem size 8M 64bit pref] resizable 8M 16M
                BAR 3 [mem size 32K 64bit pref]
                ROM [mem size 512K]
                msi-x 129 table BAR 3 offset 0x0
                sr-iov { total-vfs 64 offset 16 stride 1 VF BAR 0 [mem size 64K 64bit pref] VF BAR 3 [mem size 16K 64bit pref] }
            }
            device-type special extends general {
                id 8086:1583
                sr-iov { total-vfs 32 }
                ROM absent
            }
            """;

    private static String nic(String device) {
        return Samples.arm("bridge 01.0 port root-port {\n" + device.indent(4) + "}", "then sriov_numvfs nic 4") + TYPES;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "device 00.0 «nic» : special",
        "device 00.0 «nic» : special passthrough { sr-iov { VF BAR 3 [mem size 64K 64bit pref] } }",
        "device 00.0 «nic» : special { BAR 0 at 0x8000000000 BAR 3 unset }",
        "device 00.0 «nic» : special { id 8086:1584 BAR 3 absent msi-x absent }",
        "device 00.0 «nic» : special { id 8086:1584 subsystem 1028:0002 sr-iov absent }"
    })
    void meansTheSameInline(String device) {
        String text = nic(device);
        Editor before = Editor.of(text);
        Editor after = Editor.of(before.act("Inline device type"));

        assertEquals(seen(before), seen(after), () -> before.act("Inline device type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "device 00.0 «nic» { id 8086:1572 BAR 0 [mem 0x8000000000-0x80007fffff 64bit pref] sr-iov { total-vfs 64 offset 16 stride 1 VF BAR 0 [mem size 64K 64bit pref] } }",
        "device 00.0 «nic» passthrough { BAR 0 [mem size 4K] unset\n// why\nROM [mem size 512K] decode off note \"bios\" from \"dmesg\":3 }",
        "device 00.0 «nic» { BAR 0 [mem 0x10000000-0x10000fff] fixed BAR 2 [io 0x1000-0x10ff] }"
    })
    void meansTheSameExtracted(String device) {
        Editor before = Editor.of(nic(device));
        Editor after = Editor.of(before.act("Extract device type"));

        assertEquals(seen(before), seen(after), () -> before.act("Extract device type"));
    }

    /** What the drawing says of the simulation: places, types and verdicts of everything; and how many problems there are. */
    private static String seen(Editor editor) {
        String drawn = editor.execute("pcitopo.compare", java.util.Map.of()).toString();
        return drawn + editor.lenses() + editor.problems().stream().map(one -> one.getCode().getLeft()).sorted().toList();
    }
}
