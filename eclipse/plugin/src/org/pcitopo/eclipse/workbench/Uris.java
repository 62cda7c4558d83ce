package org.pcitopo.eclipse.workbench;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;

/** Files as the protocol names them. */
public final class Uris {

    private static final String EXTENSION = "pcitopo";

    private Uris() {
    }

    /** @param resource one that has a place on the disk */
    public static String of(IResource resource) {
        return resource.getLocation().toPath().toUri().toString();
    }

    /** Empty for texts that are in no file of this machine. */
    public static Optional<String> of(ITextFileBuffer buffer) {
        IFileStore store = buffer.getFileStore();
        return store == null || !"file".equals(store.getFileSystem().getScheme()) ? Optional.empty() : Optional.of(Path.of(store.toURI()).toUri().toString());
    }

    /** The file of the workspace that {@code uri} names. */
    public static Optional<IFile> file(String uri) {
        try {
            IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(URI.create(uri));
            return files.length == 0 ? Optional.empty() : Optional.of(files[0]);
        } catch (IllegalArgumentException notOnTheDisk) {
            return Optional.empty();
        }
    }

    /** Whether {@code resource} has the name of a topology. */
    public static boolean isTopology(IResource resource) {
        return EXTENSION.equals(resource.getFileExtension());
    }
}
