package org.pcitopo.capture.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what may matter in a folder. Symbolic links are not followed, but for those that are named as a function's address
 * (the live {@code /sys/bus/pci/devices} is made of them).
 */
final class FolderReader {

    private static final List<Path> LIVE = List.of(Path.of("/sys"), Path.of("/proc"));

    private final Path root;
    private final Budget budget;
    private final List<RawFile> files = new ArrayList<>();

    private FolderReader(Path root) {
        this.root = root;
        this.budget = new Budget(root.toString(), 0);
    }

    /** @throws CaptureException where something cannot be read or passes {@link Limits} */
    static List<RawFile> read(Path folder) throws CaptureException {
        FolderReader reader = new FolderReader(folder);
        String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        reader.readFolder(folder, RelevantPaths.isAddress(name) ? name : "", 0);
        return reader.files;
    }

    private void readFolder(Path folder, String prefix, int depth) throws CaptureException {
        if (depth > Limits.MAX_DEPTH) {
            return;
        }
        for (Path entry : entries(folder)) {
            String name = entry.getFileName().toString();
            String path = prefix.isEmpty() ? name : prefix + "/" + name;
            if (Files.isSymbolicLink(entry)) {
                readLink(entry, path, name, depth);
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (!name.startsWith(".")) {
                    readFolder(entry, path, depth + 1);
                }
            } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && RelevantPaths.mayMatter(path)) {
                readFile(entry, path);
            }
        }
    }

    private List<Path> entries(Path folder) throws CaptureException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                budget.addEntry();
                entries.add(entry);
            }
        } catch (AccessDeniedException denied) {
            throw new CaptureException(folder + ": no permission to read this folder; run as its owner or as root", denied);
        } catch (IOException | UncheckedIOException | java.nio.file.DirectoryIteratorException failed) {
            throw new CaptureException(folder + ": this folder cannot be read (" + failed.getMessage() + ")", failed);
        }
        entries.sort(null);
        return entries;
    }

    private void readLink(Path entry, String path, String name, int depth) throws CaptureException {
        if (RelevantPaths.isTellingLink(path)) {
            try {
                String target = Files.readSymbolicLink(entry).toString();
                files.add(new RawFile(path, target.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failed) {
                throw new CaptureException(entry + ": this link cannot be read (" + failed.getMessage() + ")", failed);
            }
        } else if (RelevantPaths.isAddress(name) && Files.isDirectory(entry) && !insideFunction(path)) {
            readFunction(entry, path, depth);
        }
    }

    /** Only the attributes themselves: what else a function's folder links to may lead anywhere. */
    private void readFunction(Path folder, String path, int depth) throws CaptureException {
        for (Path entry : entries(folder)) {
            String name = entry.getFileName().toString();
            String below = path + "/" + name;
            if (Files.isSymbolicLink(entry)) {
                if (RelevantPaths.isTellingLink(below)) {
                    readLink(entry, below, name, depth + 1);
                }
            } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && RelevantPaths.mayMatter(below)) {
                readFile(entry, below);
            }
        }
    }

    private static boolean insideFunction(String path) {
        int end = path.lastIndexOf('/');
        if (end < 0) {
            return false;
        }
        for (String component : path.substring(0, end).split("/")) {
            if (RelevantPaths.isAddress(component)) {
                return true;
            }
        }
        return false;
    }

    private void readFile(Path entry, String path) throws CaptureException {
        try (InputStream in = Files.newInputStream(entry)) {
            files.add(new RawFile(path, budget.readAll(in, Limits.MAX_TEXT_BYTES, entry.toString())));
        } catch (AccessDeniedException denied) {
            if (!isLive()) {
                throw new CaptureException(entry + ": no permission to read this file; run as its owner or as root", denied);
            }
        } catch (IOException failed) {
            if (!isLive()) {
                throw new CaptureException(entry + ": this file cannot be read (" + failed.getMessage() + ")", failed);
            }
        }
    }

    /** In the kernel's own file systems many files refuse to be read; what is missing is then simply not known. */
    private boolean isLive() {
        Path absolute = root.toAbsolutePath();
        return LIVE.stream().anyMatch(absolute::startsWith);
    }
}
