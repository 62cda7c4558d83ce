package org.pcitopo.capture.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens sources: a file, a folder or a stream, whatever it is packed in, down to pieces whose kind is known. The kind follows
 * from the content, never from the name. Memory and time are bounded whatever the input is.
 */
public final class Sources {

    private static final int BINARY_TEST_BYTES = 64 << 10;
    private static final String ACCEPTED = "a kernel log, lspci -vv, /proc/iomem, /proc/ioports, a copy of"
            + " /sys/bus/pci/devices or a bundle";

    private Sources() {
    }

    /**
     * The pieces of a file or a folder.
     *
     * @throws CaptureException where it is missing, unreadable, empty, too large, damaged or nothing of what is read
     */
    public static List<SourceInput> open(Path path) throws CaptureException {
        return open(path.toString(), path);
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param name what messages and origins call it, such as the name that a person gave
     */
    public static List<SourceInput> open(String name, Path path) throws CaptureException {
        if (Files.isDirectory(path)) {
            return TreeRecogniser.recognise(name, "/", FolderReader.read(path));
        }
        if (!Files.exists(path)) {
            throw new CaptureException(name + ": no such file or folder; give " + ACCEPTED);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return open(name, in);
        } catch (AccessDeniedException denied) {
            throw new CaptureException(name + ": no permission to read this file; run as its owner or as root", denied);
        } catch (IOException failed) {
            throw new CaptureException(name + ": cannot be read (" + failed.getMessage() + ")", failed);
        }
    }

    /**
     * The sources that {@code path} stands for: itself, or for a folder that holds several machines' bundles, archives or logs
     * side by side, each of these in the order of their names.
     *
     * @throws CaptureException where the folder cannot be read
     */
    public static List<Path> expand(Path path) throws CaptureException {
        return Files.isDirectory(path) ? FolderOfSources.expand(path) : List.of(path);
    }

    /**
     * The pieces of a stream, such as standard input.
     *
     * @param name what messages call it
     * @param in read to its end at most, not closed
     * @throws CaptureException as for {@link #open(Path)}
     */
    public static List<SourceInput> open(String name, InputStream in) throws CaptureException {
        try {
            byte[] head = in.readNBytes(BINARY_TEST_BYTES);
            boolean packed = Packing.of(head) != Packing.NONE;
            if (!packed && head.length > 0 && TextDecoder.decode(head).isEmpty()) {
                throw binary(name);
            }
            int limit = packed ? Limits.MAX_ARCHIVE_BYTES : Limits.MAX_TEXT_BYTES;
            byte[] rest = in.readNBytes(limit - head.length + 1);
            if (head.length + (long) rest.length > limit) {
                throw Budget.tooLarge(name, limit);
            }
            byte[] all = new byte[head.length + rest.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(rest, 0, all, head.length, rest.length);
            return open(name, all);
        } catch (IOException failed) {
            throw new CaptureException(name + ": cannot be read (" + failed.getMessage() + ")", failed);
        }
    }

    /**
     * The pieces of bytes in memory.
     *
     * @throws CaptureException as for {@link #open(Path)}
     */
    public static List<SourceInput> open(String name, byte[] bytes) throws CaptureException {
        Unpacker.Unpacked unpacked = Unpacker.unpack(name, bytes);
        if (unpacked.isArchive()) {
            return TreeRecogniser.recognise(name, "!", unpacked.files());
        }
        byte[] content = unpacked.files().get(0).content();
        Optional<String> text = TextDecoder.decode(content);
        if (text.isEmpty()) {
            throw binary(name);
        }
        if (text.get().isBlank()) {
            throw new CaptureException(name + ": is empty; give " + ACCEPTED);
        }
        if (content.length > Limits.MAX_TEXT_BYTES) {
            throw Budget.tooLarge(name, Limits.MAX_TEXT_BYTES);
        }
        List<SourceInput.Text> pieces = TextRecogniser.recognise(name, text.get());
        if (pieces.isEmpty()) {
            if (text.get().lines().anyMatch(line -> LineShape.isLspciAttribute(LineShape.bare(line)))) {
                throw new CaptureException(name + ": this is lspci output without the lines that name the functions;"
                        + " give all of \"lspci -vv\"");
            }
            throw new CaptureException(name + ": nothing in it looks like a kernel log, lspci -vv, /proc/iomem or /proc/ioports;"
                    + " give one of these, a copy of /sys/bus/pci/devices or a bundle");
        }
        return new ArrayList<>(pieces);
    }

    private static CaptureException binary(String name) {
        return new CaptureException(name + ": is no text and no archive that pcitopo knows (tar, tar.gz, tar.xz, tar.bz2, zip);"
                + " give " + ACCEPTED);
    }
}
