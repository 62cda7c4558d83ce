package org.pcitopo.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plug-in for Eclipse is built elsewhere and on a newer Java: its packages are told from its sources. */
class EclipseRoomsTest {

    private static final Path SOURCES = Path.of(System.getProperty("pcitopo.root"), "eclipse", "plugin", "src", "org", "pcitopo", "eclipse");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?org\\.pcitopo\\.eclipse\\.([a-z]+)\\.");

    /** Each package, and those that it may know: none knows one that knows it. The plug-in itself, in no package of its own, knows them all. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            "workbench", Set.of(),
            "server", Set.of("workbench"),
            "documents", Set.of("server", "workbench"),
            "problems", Set.of("documents", "server", "workbench"),
            "formatted", Set.of("documents", "workbench"),
            "action", Set.of("formatted", "documents", "server", "workbench"),
            "editor", Set.of("action", "formatted", "problems", "documents", "server", "workbench"),
            "drawing", Set.of("action", "formatted", "documents", "server", "workbench"),
            "preferences", Set.of("editor", "server", "workbench"),
            "wizard", Set.of("drawing", "problems", "server", "workbench"));

    private static List<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES).filter(Files::isDirectory)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyThoseBelowIt(String name) throws IOException {
        Set<String> known = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
            files.forEach(file -> known.addAll(imported(file)));
        }
        known.remove(name);
        known.removeAll(DOORS.getOrDefault(name, Set.of()));

        assertEquals(Set.of(), known);
    }

    private static List<String> imported(Path file) {
        try {
            return IMPORT.matcher(Files.readString(file)).results().map(result -> result.group(1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
