package org.pcitopo.dsl.ide.workspace;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
            java.net.URI uri = new java.net.URI(escaped(written.replaceFirst("^(?i)file://localhost/", "file:///")));
            return "file".equalsIgnoreCase(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }

    /** {@code written} with all that a URI may not hold escaped; not every editor does that to blanks and to letters of other scripts. */
    private static String escaped(String written) {
        StringBuilder escaped = new StringBuilder();
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean escape = c == '%' && i + 2 < bytes.length && Character.digit(bytes[i + 1], 16) >= 0 && Character.digit(bytes[i + 2], 16) >= 0;
            boolean plain = c > ' ' && c < 0x7f && "\"<>\\^`{|}[]%".indexOf(c) < 0;
            escaped.append(escape || plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return escaped.toString();
    }

    private static URI buffer(String written) {
        String name = written.replaceAll("[^A-Za-z0-9._-]", "_");
        return URI.createURI(MEMORY + ":/" + name + (name.endsWith(".pcitopo") ? "" : ".pcitopo"));
    }
}
