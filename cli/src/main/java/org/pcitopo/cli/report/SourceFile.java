package org.pcitopo.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that a command reads.
 *
 * @param name as the user gave it, {@code -} for standard input
 * @param path where it lies, empty for standard input
 * @param text its content, as it stands there
 * @param roots the folders that its imports may lead into
 */
public record SourceFile(String name, Optional<Path> path, String text, List<Path> roots) {

    public SourceFile {
        roots = List.copyOf(roots);
    }

    /** Its lines without their ends. */
    public List<String> lines() {
        return List.of(text.split("\r\n|\n|\r", -1));
    }
}
