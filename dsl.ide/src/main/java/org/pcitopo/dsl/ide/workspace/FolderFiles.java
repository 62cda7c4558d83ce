package org.pcitopo.dsl.ide.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/** The files of the language on the disk. Folders are walked once, and again when something has changed. */
final class FolderFiles {

    /** A folder with more is not the home of topologies; what is beyond is not looked at. */
    private static final int MOST_FILES = 2_000;
    private static final int MOST_VISITED = 100_000;

    private List<URI> folders = List.of();
    private Optional<List<URI>> known = Optional.empty();

    synchronized void forget() {
        known = Optional.empty();
    }

    synchronized List<URI> in(List<URI> wanted) {
        if (known.isEmpty() || !wanted.equals(folders)) {
            folders = List.copyOf(wanted);
            List<URI> found = new ArrayList<>();
            for (URI folder : folders) {
                if (folder.isFile()) {
                    walk(Path.of(folder.toFileString()), found);
                }
            }
            known = Optional.of(List.copyOf(found));
        }
        return known.get();
    }

    /** The text of a file; empty where it cannot be read. */
    static Optional<String> read(URI file) {
        if (!file.isFile()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(file.toFileString());
            // Of a device or a pipe there may be no end.
            return Files.isRegularFile(path) ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static void walk(Path folder, List<URI> found) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                private int visited;

                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    String name = String.valueOf(path.getFileName());
                    boolean uninteresting = !path.equals(folder) && (name.startsWith(".") || name.equals("node_modules"));
                    return uninteresting ? FileVisitResult.SKIP_SUBTREE : next();
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (path.toString().endsWith(".pcitopo") && attributes.isRegularFile()) {
                        found.add(URI.createFileURI(path.toString()));
                    }
                    return next();
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
                    return next();
                }

                private FileVisitResult next() {
                    boolean enough = ++visited > MOST_VISITED || found.size() >= MOST_FILES;
                    return enough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // What was found until then is what there is.
        }
    }
}
