package org.pcitopo.dsl.problems.text;

import static org.pcitopo.dsl.problems.finder.RuleCheck.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCycleTest {

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
    void findsTheWayBack() {
        write("b.pcitopo", "import \"a.pcitopo\"");
        write("a.pcitopo", "");
        check(new ImportCycle(), folder.resolve("a.pcitopo"), "import «\"b.pcitopo\"»")
                .says("'b.pcitopo' imports this file in turn");
    }

    @Test
    void findsAFileThatImportsItself() {
        write("a.pcitopo", "");
        check(new ImportCycle(), folder.resolve("a.pcitopo"), "import «\"a.pcitopo\"»")
                .says("this file imports itself");
    }

    @Test
    void acceptsAChain() {
        write("b.pcitopo", "import \"c.pcitopo\"");
        write("c.pcitopo", "");
        check(new ImportCycle(), folder.resolve("a.pcitopo"), "import \"b.pcitopo\"");
    }
}
