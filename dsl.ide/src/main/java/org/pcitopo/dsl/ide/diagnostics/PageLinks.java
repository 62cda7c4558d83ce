package org.pcitopo.dsl.ide.diagnostics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the page of a problem can be read: a folder of pages on this machine.
 *
 * @param folder the folder, empty where there is none
 */
public record PageLinks(Optional<Path> folder) {

    /** The address of the page of problem {@code code}; empty where no page can be shown. */
    public Optional<String> page(String code) {
        return folder.map(pages -> pages.resolve(code + ".md")).filter(Files::isReadable).map(page -> page.toUri().toString());
    }
}
