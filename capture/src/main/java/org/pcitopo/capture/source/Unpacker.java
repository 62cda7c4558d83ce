package org.pcitopo.capture.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.XZInputStream;

/** Unpacks archives in memory. Paths of members are names only, so one that climbs out of its folder reaches nothing. */
final class Unpacker {

    private final String name;
    private final Budget budget;

    private Unpacker(String name, long packedBytes) {
        this.name = name;
        this.budget = new Budget(name, packedBytes);
    }

    /**
     * What an archive holds.
     *
     * @param isArchive whether there are members, else {@code files} is the one file that was compressed
     * @param files members with the content of those that may matter
     */
    record Unpacked(boolean isArchive, List<RawFile> files) {
    }

    /** @throws CaptureException where the archive is damaged or passes {@link Limits} */
    static Unpacked unpack(String name, byte[] bytes) throws CaptureException {
        return new Unpacker(name, bytes.length).unpack(bytes);
    }

    private Unpacked unpack(byte[] packed) throws CaptureException {
        byte[] bytes = packed;
        for (int nesting = 0; nesting <= Limits.MAX_NESTING; nesting++) {
            Packing packing = Packing.of(bytes);
            try {
                switch (packing) {
                    case NONE:
                        return new Unpacked(false, List.of(new RawFile("", bytes)));
                    case TAR:
                        return new Unpacked(true, readTar(bytes));
                    case ZIP:
                        return new Unpacked(true, readZip(bytes));
                    default:
                        bytes = decompress(packing, bytes);
                }
            } catch (IOException | RuntimeException damaged) {
                throw new CaptureException(name + ": this " + packing.name().toLowerCase(java.util.Locale.ROOT)
                        + " file is damaged or cut off (" + reason(damaged) + "); fetch it again", damaged);
            }
        }
        throw new CaptureException(name + ": compressed more than " + Limits.MAX_NESTING + " times; unpack it once");
    }

    private byte[] decompress(Packing packing, byte[] bytes) throws IOException, CaptureException {
        try (InputStream in = decompressor(packing, new ByteArrayInputStream(bytes))) {
            return budget.readAll(in, Limits.MAX_TOTAL_BYTES, name);
        }
    }

    private static InputStream decompressor(Packing packing, InputStream in) throws IOException {
        return switch (packing) {
            case GZIP -> new GZIPInputStream(in, 1 << 16);
            case XZ -> new XZInputStream(in, Limits.MAX_XZ_MEMORY_KIB);
            case BZIP2 -> new BZip2CompressorInputStream(in, true);
            default -> throw new IllegalArgumentException(packing.name());
        };
    }

    private List<RawFile> readTar(byte[] bytes) throws IOException, CaptureException {
        List<RawFile> files = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                budget.addEntry();
                String path = RelevantPaths.normalise(entry.getName());
                if (entry.isSymbolicLink()) {
                    addLink(files, path, entry.getLinkName());
                } else if (entry.isFile() && RelevantPaths.mayMatter(path)) {
                    files.add(new RawFile(path, budget.readAll(tar, Limits.MAX_TEXT_BYTES, name + "!" + path)));
                }
                entry = tar.getNextEntry();
            }
        }
        return files;
    }

    private List<RawFile> readZip(byte[] bytes) throws IOException, CaptureException {
        List<RawFile> files = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                budget.addEntry();
                String path = RelevantPaths.normalise(entry.getName());
                boolean link = entry.isUnixSymlink();
                if (entry.isDirectory() || !link && !RelevantPaths.mayMatter(path)) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] content = budget.readAll(in, Limits.MAX_TEXT_BYTES, name + "!" + path);
                    if (link) {
                        addLink(files, path, new String(content, StandardCharsets.UTF_8));
                    } else {
                        files.add(new RawFile(path, content));
                    }
                }
            }
        }
        return files;
    }

    private static void addLink(List<RawFile> files, String path, String target) {
        if (RelevantPaths.isTellingLink(path)) {
            files.add(new RawFile(path, target.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String reason(Exception damaged) {
        String message = damaged.getMessage();
        return message == null ? "no further detail" : message.lines().findFirst().orElse("no further detail");
    }
}
