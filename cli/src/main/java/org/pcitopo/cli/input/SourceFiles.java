package org.pcitopo.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.report.SourceFile;

/** Reads {@code .pcitopo} files from the paths of a command line. */
public final class SourceFiles {

    /** The end of the names of files in the language. */
    public static final String EXTENSION = ".pcitopo";

    /** The name of standard input. */
    public static final String STANDARD_INPUT = "-";

    /** Far above any file that a person or an importer writes; protects against reading a disk image. */
    private static final long LARGEST = 64L << 20;

    private static final Set<String> BUILD_FOLDERS = Set.of("target", "node_modules");

    private final Io io;

    public SourceFiles(Io io) {
        this.io = io;
    }

    /**
     * Reads what {@code names} name: files, folders (searched for {@code .pcitopo} files), {@code -} for standard input.
     * A file that is named twice is read once.
     *
     * @throws UserError where one cannot be read, is no text, or a folder has none
     */
    public List<SourceFile> read(Collection<String> names) {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                files.computeIfAbsent(name, key -> standardInput());
                continue;
            }
            Path path = io.resolve(name);
            if (Files.isDirectory(path)) {
                for (Path found : search(name, path)) {
                    String shown = shownName(name, path, found);
                    files.computeIfAbsent(shown, key -> file(key, found, List.of(io.workingDirectory(), path)));
                }
            } else {
                files.computeIfAbsent(name, key -> file(key, path, List.of(io.workingDirectory(), path.getParent())));
            }
        }
        return List.copyOf(files.values());
    }

    /** Reads one file, or standard input for {@code -}; as {@link #read}. */
    public SourceFile readOne(String name) {
        if (!name.equals(STANDARD_INPUT) && Files.isDirectory(io.resolve(name))) {
            throw new UserError(name + " is a folder; name one " + EXTENSION + " file");
        }
        return read(List.of(name)).get(0);
    }

    /** Reads standard input as what {@code name} will hold once it is saved: its imports are looked for beside that file, which need not exist. */
    public SourceFile readAs(String name) {
        Path path = io.resolve(name);
        return new SourceFile(name, Optional.of(path), standardInput().text(), List.of(io.workingDirectory(), path.getParent()));
    }

    private static String shownName(String name, Path folder, Path found) {
        String relative = folder.relativize(found).toString();
        if (name.equals(".") || name.equals("./")) {
            return relative;
        }
        return name.endsWith("/") ? name + relative : name + "/" + relative;
    }

    private SourceFile standardInput() {
        try {
            byte[] bytes = io.in().readNBytes((int) LARGEST + 1);
            return new SourceFile(STANDARD_INPUT, Optional.empty(), text("standard input", bytes),
                    List.of(io.workingDirectory()));
        } catch (IOException e) {
            throw new UserError("cannot read standard input: " + reason(e), e);
        }
    }

    private static SourceFile file(String name, Path path, List<Path> roots) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                throw new UserError(tooLarge(name));
            }
            byte[] bytes;
            try (var stream = Files.newInputStream(path)) {
                bytes = stream.readNBytes((int) LARGEST + 1);
            }
            return new SourceFile(name, Optional.of(path), text(name, bytes), roots);
        } catch (IOException e) {
            throw new UserError("cannot read " + name + ": " + reason(e), e);
        }
    }

    private static String text(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new UserError(tooLarge(name));
        }
        String text = Utf8.decode(name, bytes);
        if (text.isBlank()) {
            throw new UserError(name + " is empty; there is nothing to work on");
        }
        return text;
    }

    private static String tooLarge(String name) {
        return name + " is larger than " + (LARGEST >> 20) + " MiB; is it really a " + EXTENSION + " file?";
    }

    private static Set<Path> search(String name, Path folder) {
        Set<Path> found = new TreeSet<>();
        List<String> unreadable = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String last = directory.getFileName() == null ? "" : directory.getFileName().toString();
                    boolean skipped = !directory.equals(folder) && (last.startsWith(".") || BUILD_FOLDERS.contains(last));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.getFileName().toString().endsWith(EXTENSION)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    boolean loop = e instanceof FileSystemLoopException;
                    boolean gone = e instanceof NoSuchFileException;
                    if (!loop && !gone) {
                        unreadable.add("cannot read " + file + ": " + reason(e));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UserError("cannot read " + name + ": " + reason(e), e);
        } catch (UncheckedIOException e) {
            throw new UserError("cannot read " + name + ": " + reason(e.getCause()), e);
        }
        if (!unreadable.isEmpty()) {
            throw new UserError(unreadable.get(0));
        }
        if (found.isEmpty()) {
            throw new UserError("there is no " + EXTENSION + " file in " + name);
        }
        return found;
    }

    /** Why {@code e} happened, in words, and what to do. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file; check the name";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied; make it readable for you";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
