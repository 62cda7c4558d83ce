package org.pcitopo.dsl.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.PcitopoFile;

/**
 * Where imports lead. A file name is taken relative to the file that imports it; {@code catalogue:NAME} is a file shipped with
 * the language. A file outside the {@link ImportBoundary} of its resource set is not read.
 */
public final class Imports {

    /** The scheme of the shipped files. */
    public static final String CATALOGUE = "catalogue";

    /** What became of an import. */
    public enum Outcome {
        FOUND, MISSING, OUTSIDE, INVALID
    }

    /**
     * An import and where it leads.
     *
     * @param uri where it leads, empty where the text is no file name
     */
    public record Target(Optional<URI> uri, Outcome outcome) {
    }

    private Imports() {
    }

    /** Where {@code statement} leads. */
    public static Target resolve(Import statement) {
        Resource resource = statement.eResource();
        Optional<URI> uri = uriOf(statement.getImportURI(), resource.getURI());
        if (uri.isEmpty()) {
            return new Target(uri, Outcome.INVALID);
        }
        ResourceSet resources = resource.getResourceSet();
        if (!uri.get().scheme().equals(CATALOGUE) && !ImportBoundary.of(resources).contains(uri.get())) {
            return new Target(uri, Outcome.OUTSIDE);
        }
        boolean loaded = resources.getResource(uri.get(), false) != null;
        boolean exists = loaded || resources.getURIConverter().exists(uri.get(), Map.of());
        return new Target(uri, exists ? Outcome.FOUND : Outcome.MISSING);
    }

    /** The resources that {@code resource} imports, directly or through others, without itself; loads them. */
    public static List<Resource> allOf(Resource resource) {
        Map<URI, Resource> found = new LinkedHashMap<>();
        found.put(resource.getURI(), resource);
        collect(resource, found);
        found.remove(resource.getURI());
        return List.copyOf(found.values());
    }

    private static void collect(Resource resource, Map<URI, Resource> found) {
        if (resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof PcitopoFile file)) {
            return;
        }
        for (Import statement : file.getImports()) {
            Target target = resolve(statement);
            if (target.outcome() == Outcome.FOUND && !found.containsKey(target.uri().get())) {
                Resource imported = resource.getResourceSet().getResource(target.uri().get(), true);
                found.put(imported.getURI(), imported);
                collect(imported, found);
            }
        }
    }

    private static Optional<URI> uriOf(String text, URI base) {
        if (text == null || text.isBlank() || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (text.startsWith(CATALOGUE + ":")) {
            String name = text.substring(CATALOGUE.length() + 1);
            return name.matches("[a-z0-9-]+") ? Optional.of(URI.createURI(CATALOGUE + ":/" + name + ".pcitopo")) : Optional.empty();
        }
        try {
            URI relative = text.startsWith("/") ? URI.createFileURI(text) : URI.createURI(URI.encodeFragment(text, true), false);
            URI uri = relative.isRelative() && base.isHierarchical() ? relative.resolve(base) : relative;
            // Whatever else a URI can name, a page of the web among it, is not asked for.
            boolean readable = uri.isHierarchical() && uri.scheme() != null && (uri.isFile() || uri.scheme().equals(base.scheme()));
            return readable ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noFileName) {
            return Optional.empty();
        }
    }
}
