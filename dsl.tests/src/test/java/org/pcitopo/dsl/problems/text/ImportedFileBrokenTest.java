package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedFileBrokenTest {

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
    void countsItsErrors() {
        write("b.pcitopo", "device-type t {\n  nonsense here\n}\n");
        check(new ImportedFileBroken(), folder.resolve("a.pcitopo"), "import «\"b.pcitopo\"»")
                .says("'b.pcitopo' has 1 error, the first in line 2");
    }

    @Test
    void acceptsASoundFile() {
        write("b.pcitopo", "device-type t { }");
        check(new ImportedFileBroken(), folder.resolve("a.pcitopo"), "import \"b.pcitopo\"");
    }
}
