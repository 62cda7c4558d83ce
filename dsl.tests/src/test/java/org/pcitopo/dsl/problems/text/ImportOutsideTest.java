package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportOutsideTest {

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
    void refusesAFileOfAnotherFolder() {
        Path file = folder.resolve("in").resolve("a.pcitopo");
        write("types.pcitopo", "device-type t { }");
        check(new ImportOutside(), file, "import «\"../types.pcitopo\"»")
                .says("outside the workspace");
    }

    @Test
    void acceptsAFileOfTheFolder() {
        write("types.pcitopo", "device-type t { }");
        check(new ImportOutside(), folder.resolve("a.pcitopo"), "import \"types.pcitopo\"");
    }
}
