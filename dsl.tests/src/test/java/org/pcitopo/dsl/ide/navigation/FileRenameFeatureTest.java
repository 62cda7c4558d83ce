package org.pcitopo.dsl.ide.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcitopo.dsl.ide.testkit.Edits;
import org.pcitopo.dsl.ide.testkit.Session;

class FileRenameFeatureTest {

    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void start() {
        session = new Session(Session.modern(List.of(new WorkspaceFolder(folder.toUri().toString(), "test"))));
    }

    @AfterEach
    void end() {
        session.close();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    private Map<String, List<TextEdit>> rename(String from, String to) {
        return Session.get(session.server().getWorkspaceService().willRenameFiles(
                new RenameFilesParams(List.of(new FileRename(uri(from), uri(to)))))).getChanges();
    }

    private String after(String file, String from, String to) throws IOException {
        return Edits.apply(Files.readString(folder.resolve(file)), rename(from, to).get(uri(file)));
    }

    @Test
    void followsAFile() throws IOException {
        write("types.pcitopo", "");
        write("main.pcitopo", "import \"types.pcitopo\"\n");

        assertEquals("import \"shared/disks.pcitopo\"\n", after("main.pcitopo", "types.pcitopo", "shared/disks.pcitopo"));
    }

    @Test
    void keepsTheImportsOfAFileThatMoves() throws IOException {
        write("types.pcitopo", "");
        write("main.pcitopo", "import \"types.pcitopo\"\nimport \"catalogue:nvme\"\n");

        assertEquals("import \"../types.pcitopo\"\nimport \"catalogue:nvme\"\n", after("main.pcitopo", "main.pcitopo", "hosts/main.pcitopo"));
    }

    @Test
    void followsAFolder() throws IOException {
        write("types/nvme.pcitopo", "");
        write("main.pcitopo", "import \"types/nvme.pcitopo\"\n");

        assertEquals("import \"device types/nvme.pcitopo\"\n", after("main.pcitopo", "types", "device types"));
    }

    @Test
    void changesNothingInAFolderThatMovesAsAWhole() throws IOException {
        write("a/types.pcitopo", "");
        write("a/main.pcitopo", "import \"types.pcitopo\"\n");

        assertEquals(Map.of(), rename("a", "b"));
    }
}
