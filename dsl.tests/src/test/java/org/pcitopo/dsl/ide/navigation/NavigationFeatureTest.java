package org.pcitopo.dsl.ide.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.Location;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;
import org.pcitopo.dsl.ide.testkit.Samples;

class NavigationFeatureTest {

    private static void assertDefinition(String text) {
        Editor editor = Editor.of(text);
        assertEquals(editor.marked().ranges(), editor.definition().stream().map(Location::getRange).toList());
    }

    private static void assertReferences(String text) {
        Editor editor = Editor.of(text);
        assertEquals(editor.marked().ranges(), editor.references().stream().map(Location::getRange).toList());
    }

    @Test
    void leadsFromANameToItsDevice() {
        assertDefinition(Samples.arm("device 01.0 «disk» : ssd", "expect di‸sk BAR 0 mapped"));
    }

    @Test
    void leadsFromAnAddressInTheCommandLineToItsDevice() {
        assertDefinition(Samples.arm("device 01.0 «disk» : ssd", "command-line \"pci=resource_alignment=16@0000:00:0‸1.0\""));
    }

    @Test
    void leadsFromIdsInTheCommandLineToEveryDevice() {
        assertDefinition(Samples.arm("device 01.0 «a» : ssd\ndevice 02.0 «b» : ssd", "command-line \"vfio-pci.ids=144d:a8‸08\""));
    }

    @Test
    void leadsToTheAddressOfADeviceWithoutName() {
        assertDefinition(Samples.arm("device «01.0» : ssd", "expect 00:0‸1.0 BAR 0 mapped"));
    }

    @Test
    void leadsIntoAnImportedFile() {
        Editor editor = Editor.of("import \"types.pcitopo\" host h { host-bridge 0000:00 { device 01.0 : di‸sk } }")
                .with("types.pcitopo", "\ndevice-type disk { }");

        assertEquals(List.of(editor.uri("types.pcitopo") + " 1:12"), editor.definition().stream().map(one -> one.getUri() + " "
                + one.getRange().getStart().getLine() + ":" + one.getRange().getStart().getCharacter()).toList());
    }

    @Test
    void leadsIntoTheCatalogue() {
        Editor editor = Editor.of("import \"catalogue:nvme\" host h { host-bridge 0000:00 { device 01.0 : samsung-‸pm981 } }");

        assertTrue(editor.definition().get(0).getUri().endsWith("nvme.pcitopo"));
    }

    @Test
    void findsNamesAddressesAndIds() {
        assertReferences(Samples.arm("device 01.0 «di‸sk» : ssd", """
                command-line "pci=resource_alignment=16@«0000:00:01.0»;12@«pci:144d:a808»"
                expect «disk» BAR 0 mapped
                expect «0000:00:01.0» BAR 0 mapped
                """));
    }

    @Test
    void findsUsesInOtherFiles() {
        Editor editor = Editor.of("device-type di‸sk-of-this-test { }")
                .with("host.pcitopo", "import \"main.pcitopo\" host h { host-bridge 0000:00 { device 01.0 : disk-of-this-test } }");

        assertEquals(List.of(editor.uri(), editor.uri("host.pcitopo")), editor.references().stream().map(Location::getUri).toList());
    }

    @Test
    void marksWhatMeansTheSame() {
        Editor editor = Editor.of(Samples.arm("device 01.0 «disk» : ssd", "expect «di‸sk» BAR 0 mapped"));

        assertEquals(editor.marked().ranges(), editor.highlights());
    }
}
