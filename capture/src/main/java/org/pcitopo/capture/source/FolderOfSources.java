package org.pcitopo.capture.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells a folder that is a source from one that holds several. */
final class FolderOfSources {

    /** What stands at the top of a bundle, or of what hwloc-gather-topology stores. */
    private static final List<String> BUNDLE_MARKS = List.of("meta.json", "dmesg.txt", "lspci.txt", "iomem.txt", "sysfs", "sys");
    private static final int HEAD_BYTES = 4096;

    private FolderOfSources() {
    }

    static List<Path> expand(Path folder) throws CaptureException {
        List<Path> entries = entries(folder);
        if (isBundle(folder) || entries.stream().anyMatch(entry -> RelevantPaths.isAddress(entry.getFileName().toString()))) {
            return List.of(folder);
        }
        List<Path> bundles = new ArrayList<>();
        List<Path> texts = new ArrayList<>();
        int boots = 0;
        for (Path entry : entries) {
            if (Files.isDirectory(entry) ? isBundle(entry) : isArchive(entry)) {
                bundles.add(entry);
            } else if (Files.isRegularFile(entry)) {
                List<SourceInput> pieces = open(entry);
                boots += showsBoot(pieces) ? 1 : 0;
                if (showsFunctions(pieces)) {
                    texts.add(entry);
                }
            }
        }
        if (!bundles.isEmpty()) {
            return bundles;
        }
        // One log, one lspci and one iomem listing are one machine's; two logs of boots are two.
        return boots > 1 ? texts : List.of(folder);
    }

    private static List<Path> entries(Path folder) throws CaptureException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (AccessDeniedException denied) {
            throw new CaptureException(folder + ": no permission to read this folder; run as its owner or as root", denied);
        } catch (IOException | java.nio.file.DirectoryIteratorException failed) {
            throw new CaptureException(folder + ": this folder cannot be read (" + failed.getMessage() + ")", failed);
        }
        entries.sort(null);
        return entries;
    }

    private static boolean isBundle(Path folder) {
        return BUNDLE_MARKS.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)));
    }

    private static boolean isArchive(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Packing.of(in.readNBytes(HEAD_BYTES)) != Packing.NONE;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The pieces of a file; none where it is no source, which it will say itself when it is opened as one. */
    private static List<SourceInput> open(Path file) {
        try {
            return Sources.open(file);
        } catch (CaptureException nothing) {
            return List.of();
        }
    }

    private static boolean showsFunctions(List<SourceInput> pieces) {
        return pieces.stream().anyMatch(input -> input.kind() == SourceKind.KERNEL_LOG || input.kind() == SourceKind.LSPCI);
    }

    private static boolean showsBoot(List<SourceInput> pieces) {
        return pieces.stream().filter(input -> input.kind() == SourceKind.KERNEL_LOG)
                .anyMatch(log -> TreeRecogniser.showsBoot((SourceInput.Text) log));
    }
}
