package org.pcitopo.dsl.ide.workspace;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.pcitopo.dsl.names.Imports;

/**
 * Translates between the URIs of the editor and those of the language. An editor may write the same file in several ways, and has
 * buffers that are no file; what it wrote itself is what it gets back.
 */
public final class FileUris {

    private static final String MEMORY = "memory";

    private final Map<String, String> byFile = new ConcurrentHashMap<>();
    private final CatalogueFiles catalogue = new CatalogueFiles();

    /** The language's URI for {@code written}, the editor's. */
    public URI file(String written) {
        URI uri = pathOf(written).map(path -> URI.createFileURI(path.normalize().toString())).orElseGet(() -> buffer(written));
        byFile.put(uri.toString(), written);
        return uri;
    }

    /** The editor's URI for {@code file}, the language's; for a file of the catalogue a copy that an editor can open. */
    public String written(String file) {
        String known = byFile.get(file);
        if (known != null) {
            return known;
        }
        URI uri = URI.createURI(file);
        if (Imports.CATALOGUE.equals(uri.scheme())) {
            return catalogue.copyOf(uri).map(path -> path.toUri().toString()).orElse(file);
        }
        return uri.isFile() ? Path.of(uri.toFileString()).toUri().toString() : file;
    }

    /** The path of a file of the editor; empty for a buffer that is no file. */
    static Optional<Path> pathOf(String written) {
        try {
            java.net.URI uri = new java.net.URI(written);
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }

    private static URI buffer(String written) {
        String name = written.replaceAll("[^A-Za-z0-9._-]", "_");
        return URI.createURI(MEMORY + ":/" + name + (name.endsWith(".pcitopo") ? "" : ".pcitopo"));
    }
}
