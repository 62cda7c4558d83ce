package org.pcitopo.cli.language;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.SourceFile;

/** The files of one command, by the URIs that the language knows them by; those that are imported are read when first asked for. */
final class Texts {

    private static final String FILE = "file:";

    private final Path workingDirectory;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Map<String, LineIndex> indexes = new HashMap<>();

    Texts(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    void add(String uri, SourceFile file) {
        files.put(uri, file);
    }

    /** All files that were added or asked for. */
    List<SourceFile> all() {
        return new ArrayList<>(files.values());
    }

    /** Where the characters from {@code offset} stand. */
    Location location(String uri, int offset, int length) {
        SourceFile file = files.computeIfAbsent(uri, this::imported);
        LineIndex index = indexes.computeIfAbsent(uri, key -> new LineIndex(file.text()));
        return new Location(file.name(), index.at(offset), index.at(offset + length));
    }

    private SourceFile imported(String uri) {
        if (!uri.startsWith(FILE)) {
            return new SourceFile(uri, Optional.empty(), "", List.of());
        }
        Path path = Path.of(URI.create(uri));
        Path shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
        try {
            return new SourceFile(shown.toString(), Optional.of(path), Files.readString(path, StandardCharsets.UTF_8), List.of());
        } catch (IOException e) {
            // The language has read it, so this is a file that vanished meanwhile: it is shown without excerpts.
            return new SourceFile(shown.toString(), Optional.of(path), "", List.of());
        }
    }
}
