package org.pcitopo.dsl.ide.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class SignatureFeatureTest {

    private static String signature(String commandLine) {
        return Editor.of(Samples.arm("", "command-line \"" + commandLine + "\"")).signature();
    }

    @Test
    void showsTheOrderFirst() {
        assertEquals("resource_alignment=*order*@device[;...]", signature("pci=resource_alignment=‸"));
    }

    @Test
    void showsTheDeviceBehindTheOrder() {
        assertEquals("resource_alignment=order@*device*[;...]", signature("pci=resource_alignment=12@00:01.0;16@‸"));
    }

    @Test
    void showsWhatAnOptionTakes() {
        assertEquals("hpmmiosize=*size*", signature("quiet pci=realloc,hpmmiosize=‸"));
    }

    @Test
    void showsNothingForOtherWords() {
        assertEquals("", signature("root=‸"));
    }

    @Test
    void showsThePartsOfIds() {
        assertEquals("vfio-pci.ids=vendor:*device*[:subvendor:subdevice[:class[:mask]]][,...]",
                signature("vfio-pci.ids=10de:1c82,144d:‸"));
    }
}
