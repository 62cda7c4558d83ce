package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportMissingTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesTheFile() {
        check(new ImportMissing(), folder.resolve("a.pcitopo"), "import «\"types.pcitopo\"»\n")
                .says("there is no file 'types.pcitopo'");
    }

    @Test
    void acceptsAFileOfTheFolder() {
        write("types.pcitopo", "device-type t { }");
        check(new ImportMissing(), folder.resolve("a.pcitopo"), "import \"types.pcitopo\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "sub", "sub/", "sub.pcitopo"})
    void whatIsNoFileIsNotThere(String name) throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.createDirectories(folder.resolve("sub.pcitopo"));
        check(new ImportMissing(), folder.resolve("a.pcitopo"), "import «\"" + name + "\"»\n").says("there is no file '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/types.pcitopo", "jar:file:/a.jar!/types.pcitopo", "classpath:/catalogue/nvme.pcitopo"})
    void nothingIsFetched(String name) {
        check(new ImportMissing(), folder.resolve("a.pcitopo"), "import «\"" + name + "\"»\n").says("'" + name + "' is no file name, so nothing is imported");
    }

    @Test
    void acceptsTheCatalogue() {
        check(new ImportMissing(), folder.resolve("a.pcitopo"), "import \"catalogue:nvme\"");
    }
}
