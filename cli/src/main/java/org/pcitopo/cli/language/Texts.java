package org.pcitopo.cli.language;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Position;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.dsl.problems.Place;

/** The files of one command, by the URIs that the language knows them by; those that are imported are read when first asked for. */
final class Texts {

    private static final String FILE = "file:";

    private final Path workingDirectory;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();

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

    /** {@code place} by the name of its file. */
    Location location(Place place) {
        SourceFile file = files.computeIfAbsent(place.file(), this::imported);
        return new Location(file.name(), new Position(place.line(), place.column()),
                new Position(place.endLine(), place.endColumn()));
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
