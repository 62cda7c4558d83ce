package org.pcitopo.dsl.ide.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.ide.testkit.Editor;

class NameOffersTest {

    private static final String HOST = "host h { host-bridge 0000:00 { device 01.0 : «%s» } }";

    @Test
    void importsTheCatalogueFileThatHasTheType() {
        assertEquals("import \"catalogue:nvme\"\n" + HOST.formatted("samsung-pm981").replaceAll("[«»]", ""),
                Editor.of(HOST.formatted("samsung-pm981")).act("Import catalogue:nvme"));
    }

    @Test
    void importsTheFileThatHasTheType() {
        assertEquals("import \"types.pcitopo\"\n" + HOST.formatted("disk").replaceAll("[«»]", ""),
                Editor.of(HOST.formatted("disk")).with("types.pcitopo", "device-type disk { }").act("Import types.pcitopo"));
    }

    @Test
    void importsBehindTheOtherImports() {
        assertTrue(Editor.of("import \"catalogue:qemu\"\n" + HOST.formatted("samsung-pm981")).act("Import catalogue:nvme")
                .startsWith("import \"catalogue:qemu\"\nimport \"catalogue:nvme\"\n"));
    }

    @Test
    void findsTheFileThatAnImportMeant() {
        assertEquals("import \"types.pcitopo\"", Editor.of("import «\"typs.pcitopo\"»").with("types.pcitopo", "").act("Write \"types.pcitopo\""));
    }

    @Test
    void findsACatalogueFileByItsName() {
        assertEquals("import \"catalogue:nvme\"", Editor.of("import «\"catalogue:nvm\"»").act("Write \"catalogue:nvme\""));
    }

    @Test
    void mendsAMisspeltKeyword() {
        assertEquals("platform p {\n    page-size 4K\n}", Editor.of("platform p {\n    «pagesize» 4K\n}").act("Write page-size"));
    }
}
