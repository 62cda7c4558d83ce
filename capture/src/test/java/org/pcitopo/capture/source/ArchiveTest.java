package org.pcitopo.capture.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {

    private static final String LOG = "[    0.000000] Linux version 6.12.0\n";

    @FunctionalInterface
    private interface Wrapper {
        OutputStream wrap(OutputStream out) throws IOException;
    }

    private static byte[] tar(String path, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry(path, true);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private static byte[] pack(byte[] bytes, Wrapper wrapper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = wrapper.wrap(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] log() {
        return LOG.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] archive(String kind) throws IOException {
        byte[] tar = tar("bundle/dmesg.txt", log());
        return switch (kind) {
            case "tar" -> tar;
            case "tar.gz" -> pack(tar, GZIPOutputStream::new);
            case "tar.xz" -> pack(tar, out -> new XZOutputStream(out, new LZMA2Options(1)));
            case "tar.bz2" -> pack(tar, BZip2CompressorOutputStream::new);
            default -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (ZipOutputStream zip = new ZipOutputStream(out)) {
                    zip.putNextEntry(new ZipEntry("bundle/dmesg.txt"));
                    zip.write(log());
                }
                yield out.toByteArray();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar", "tar.gz", "tar.xz", "tar.bz2", "zip"})
    void membersAreNamedAfterArchiveAndPath(String kind) throws IOException, CaptureException {
        assertEquals("b!bundle/dmesg.txt", Sources.open("b", archive(kind)).get(0).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar.gz", "tar.xz", "tar.bz2", "zip"})
    void cutOffArchivesAreCalledDamaged(String kind) throws IOException {
        byte[] archive = archive(kind);
        byte[] cut = Arrays.copyOf(archive, archive.length * 2 / 3);

        assertTrue(assertThrows(CaptureException.class, () -> Sources.open("b", cut)).getMessage()
                .contains("damaged or cut off"));
    }

    @Test
    void aCompressedLogIsALog() throws IOException, CaptureException {
        assertEquals(List.of(SourceKind.KERNEL_LOG),
                Sources.open("b", pack(log(), GZIPOutputStream::new)).stream().map(SourceInput::kind).toList());
    }

    @Test
    void climbingPathsAreOnlyNames() throws IOException, CaptureException {
        assertEquals("b!etc/dmesg.txt", Sources.open("b", tar("../../../etc/dmesg.txt", log())).get(0).name());
    }

    @Test
    void bombsAreRefused() throws IOException {
        byte[] bomb = pack(new byte[200 << 20], GZIPOutputStream::new);

        assertTrue(assertThrows(CaptureException.class, () -> Sources.open("b", bomb)).getMessage().contains("unpacks to more"));
    }

    @Test
    void linksTellTheGroupAndTheDriver() throws IOException, CaptureException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry link = new TarArchiveEntry("sys/devices/pci0000:00/0000:00:01.0/iommu_group", TarConstants.LF_SYMLINK);
            link.setLinkName("../../../kernel/iommu_groups/7");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }

        SourceInput.DeviceTree tree = (SourceInput.DeviceTree) Sources.open("b", out.toByteArray()).get(0);

        assertEquals("../../../kernel/iommu_groups/7",
                new String(tree.files().get("0000:00:01.0/iommu_group"), StandardCharsets.US_ASCII));
    }
}
