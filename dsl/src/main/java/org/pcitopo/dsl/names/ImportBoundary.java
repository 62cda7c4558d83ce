package org.pcitopo.dsl.names;

import java.util.List;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;

/**
 * The folders that imports may lead into: the workspace of an editor, or the folder given on the command line. Where none is
 * installed in a resource set, nothing is refused.
 */
public final class ImportBoundary extends AdapterImpl {

    private static final ImportBoundary NONE = new ImportBoundary(List.of());

    private final List<URI> folders;

    private ImportBoundary(List<URI> folders) {
        this.folders = folders;
    }

    /** Lets the files of {@code resources} import from {@code folders} and below alone. */
    public static void install(ResourceSet resources, List<URI> folders) {
        resources.eAdapters().removeIf(ImportBoundary.class::isInstance);
        resources.eAdapters().add(new ImportBoundary(folders.stream().map(ImportBoundary::asFolder).toList()));
    }

    static ImportBoundary of(ResourceSet resources) {
        return resources.eAdapters().stream().filter(ImportBoundary.class::isInstance).map(ImportBoundary.class::cast)
                .findFirst().orElse(NONE);
    }

    /** Whether {@code uri} may be imported. */
    boolean contains(URI uri) {
        return folders.isEmpty() || folders.stream().anyMatch(folder -> isBelow(uri, folder));
    }

    private static boolean isBelow(URI uri, URI folder) {
        URI relative = uri.deresolve(folder, true, true, false);
        boolean climbs = relative.segmentCount() > 0 && relative.segment(0).equals("..");
        return relative.isRelative() && !climbs && !relative.hasAbsolutePath();
    }

    private static URI asFolder(URI uri) {
        return uri.hasTrailingPathSeparator() ? uri : uri.appendSegment("");
    }
}
