package org.pcitopo.dsl.ide.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors write the name of a file in several ways; it is the same file. */
class FileUrisTest {

    @ParameterizedTest
    @CsvSource({"file:///tmp/a b.pcitopo, file:///tmp/a%20b.pcitopo", "file:///tmp/gr\u00f6\u00dfer.pcitopo, file:///tmp/gr%C3%B6%C3%9Fer.pcitopo",
            "file:///tmp/\ud83d\ude80.pcitopo, file:///tmp/%F0%9F%9A%80.pcitopo", "file:///tmp/[1].pcitopo, file:///tmp/%5B1%5D.pcitopo",
            "file:///tmp/100%.pcitopo, file:///tmp/100%25.pcitopo", "file://localhost/tmp/a.pcitopo, file:///tmp/a.pcitopo",
            "FILE:///tmp/a.pcitopo, file:///tmp/a.pcitopo", "file:/tmp/a.pcitopo, file:///tmp/a.pcitopo", "file:///tmp/b/../a.pcitopo, file:///tmp/a.pcitopo",
            "file:///tmp/%61.pcitopo, file:///tmp/a.pcitopo", "file:///tmp/c%3Aa.pcitopo, file:///tmp/c:a.pcitopo"})
    void knowsAFileByEveryName(String written, String other) {
        FileUris uris = new FileUris();
        assertEquals(uris.file(other), uris.file(written));
    }

    @ParameterizedTest
    @CsvSource({"file:///tmp/u%CC%88.pcitopo, file:///tmp/%C3%BC.pcitopo", "file:///tmp/a.pcitopo, file:///tmp/A.pcitopo"})
    void keepsFilesApart(String one, String other) {
        FileUris uris = new FileUris();
        assertFalse(uris.file(one).equals(uris.file(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///tmp/a b.pcitopo", "untitled:Untitled-1", "vscode-vfs://github/o/r/x.pcitopo", "", "file:///tmp/a%00b.pcitopo", "git:/x?%7B%22"})
    void givesBackWhatTheEditorWrote(String written) {
        FileUris uris = new FileUris();
        assertEquals(written, uris.written(uris.file(written).toString()));
    }
}
