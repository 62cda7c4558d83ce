package org.pcitopo.dsl.ide.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;

/** Copies of the files shipped with the language, for editors to show; they go when the server ends. */
final class CatalogueFiles {

    private final Map<String, Path> copies = new ConcurrentHashMap<>();
    private final Memo<Path> folder = new Memo<>();

    /** A copy of a file of the catalogue; empty where it does not exist or cannot be copied. */
    Optional<Path> copyOf(URI uri) {
        String name = uri.lastSegment();
        if (name == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(copies.computeIfAbsent(name, this::copy));
    }

    private Path copy(String name) {
        try (InputStream stream = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
            if (stream == null) {
                return null;
            }
            Path target = folder.get(CatalogueFiles::newFolder).resolve(name);
            Files.copy(stream, target, StandardCopyOption.REPLACE_EXISTING);
            target.toFile().deleteOnExit();
            target.toFile().setReadOnly();
            return target;
        } catch (IOException unwritable) {
            return null;
        }
    }

    private static Path newFolder() {
        try {
            Path made = Files.createTempDirectory("pcitopo-catalogue");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException unwritable) {
            return Path.of(System.getProperty("java.io.tmpdir"));
        }
    }
}
