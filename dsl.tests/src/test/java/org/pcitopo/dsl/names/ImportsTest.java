package org.pcitopo.dsl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.tests.Parsed;

class ImportsTest {

    @TempDir
    private Path outside;
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectories(outside.resolve("project"));
        Files.writeString(folder.resolve("platforms.pcitopo"), "platform pc { architecture x86_64 linux 6.12 }\n");
        Files.writeString(folder.resolve("hosts.pcitopo"), "import \"platforms.pcitopo\"\nhost box on pc { host-bridge 0000:00 { device 01.0 nic } }\n");
        Files.writeString(folder.resolve("round.pcitopo"), "import \"round.pcitopo\"\nimport \"main.pcitopo\"\n");
        Files.writeString(outside.resolve("secret.pcitopo"), "platform secret { architecture x86_64 }\n");
    }

    private Document read(String text) {
        return Parsed.language().read(folder.resolve("main.pcitopo"), text, List.of(folder));
    }

    @Test
    void namesOfAnImportedFileAreKnown() {
        Document document = read("import \"hosts.pcitopo\"\nboot b of box { expect nic BAR 0 unassigned }\n");
        assertEquals(List.of(), Parsed.errors(document));
    }

    @Test
    void namesOfFilesThatAnImportedFileImportsAreKnown() {
        assertEquals(List.of(), Parsed.errors(read("import \"hosts.pcitopo\"\nhost other on pc { }\n")));
    }

    @Test
    void bootsOfAHostElsewhereAreSimulated() {
        Document document = read("import \"hosts.pcitopo\"\nboot b of box { command-line \"quiet\" }\n");
        assertEquals("box b quiet", document.lowered().boots().stream()
                .map(boot -> boot.topology().name() + " " + boot.boot().name() + " " + boot.boot().commandLine()).findFirst().orElse(""));
    }

    @Test
    void anImportThatLeadsNowhereIsAnError() {
        assertEquals(List.of("1:8 '\"none.pcitopo\"' there is no file 'none.pcitopo'"), Parsed.errors(read("import \"none.pcitopo\"\n")));
    }

    @Test
    void anImportThatLeadsOutsideIsAnError() {
        assertEquals(List.of("1:8 '\"../secret.pcitopo\"' '../secret.pcitopo' lies outside the folder given; nothing is read from there"),
                Parsed.errors(read("import \"../secret.pcitopo\"\n")));
    }

    @Test
    void anAbsoluteNameLeadsOutsideAsWell() {
        String name = outside.resolve("secret.pcitopo").toString();
        assertEquals(1, read("import \"" + name + "\"\n").errors().size());
    }

    @Test
    void whatLiesOutsideIsNotRead() {
        Document document = read("import \"../secret.pcitopo\"\nhost box on secret { }\n");
        assertEquals(2, document.errors().size());
    }

    @Test
    void filesMayImportEachOther() {
        assertEquals(List.of(), Parsed.errors(read("import \"round.pcitopo\"\nplatform p { architecture x86_64 }\n")));
    }

    @Test
    void namesOfAFileWithAnotherEndingAreKnown() throws IOException {
        Files.writeString(folder.resolve("types.txt"), "device-type t { }\n");
        assertEquals(List.of(), Parsed.errors(Parsed.language().read(folder.resolve("notes"), "import \"types.txt\"\ndevice-type u extends t { }\n", List.of(folder))));
    }

    @Test
    void theCatalogueIsAlwaysThere() {
        assertEquals(List.of(), Parsed.errors(read("import \"catalogue:nvme\"\n")));
    }

    @Test
    void aNameThatIsNearlyRightIsSuggested() {
        assertEquals(List.of("2:13 'pcc' there is no platform named 'pcc' here; did you mean 'pc'?"),
                Parsed.errors(read("import \"platforms.pcitopo\"\nhost box on pcc { }\n")));
    }

    @Test
    void functionsOfAHostThatIsNotKnownAreNotReportedEach() {
        assertEquals(List.of("1:11 'box' there is no host named 'box' here"),
                Parsed.errors(read("boot b of box { expect nic BAR 0 mapped expect nvme BAR 0 mapped }\n")));
    }

    @Test
    void functionsAreKnownInTheirHostAlone() {
        assertEquals(1, read("import \"hosts.pcitopo\"\nhost other on pc { }\nboot b of other { expect nic BAR 0 mapped }\n").errors().size());
    }
}
