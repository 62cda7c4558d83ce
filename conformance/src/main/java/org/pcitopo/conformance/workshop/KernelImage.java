package org.pcitopo.conformance.workshop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a kernel's file says of itself: formats and magic numbers are those of the kernel's boot documentation
 * ({@code arch/x86/boot.rst}, {@code arch/arm64/booting.rst}) and of ELF.
 *
 * @param format what sort of file it is
 * @param debianArchitecture Debian's name of its architecture; empty where the file does not tell
 * @param release what {@code uname -r} will print; empty where the file does not tell
 */
record KernelImage(Format format, Optional<String> debianArchitecture, Optional<String> release) {

    /** What sort of file it is. */
    enum Format { BZIMAGE, ARM64_IMAGE, GZIP, EFI_ZBOOT, ELF, UNKNOWN }

    private static final Pattern VERSION = Pattern.compile("Linux version ([0-9]+\\.[0-9]+[-+.~_0-9A-Za-z]*) ");
    private static final int SETUP_MAGIC = 0x202;
    private static final int VERSION_POINTER = 0x20e;
    private static final int VERSION_BASE = 0x200;
    private static final int LONGEST_VERSION = 512;
    private static final int ARM64_MAGIC = 0x38;
    private static final int ZBOOT_PAYLOAD = 8;
    private static final int ELF_MACHINE = 18;
    private static final int ELF_DATA = 5;
    private static final int LARGEST = 512 << 20;

    static KernelImage read(byte[] content) {
        if (has(content, SETUP_MAGIC, "HdrS")) {
            return new KernelImage(Format.BZIMAGE, Optional.of("amd64"), setupVersion(content));
        }
        if (has(content, ARM64_MAGIC, "ARM\u0064")) {
            return new KernelImage(Format.ARM64_IMAGE, Optional.of("arm64"), banner(content));
        }
        if (has(content, 0, "\u007fELF")) {
            return new KernelImage(Format.ELF, elfArchitecture(content), banner(content));
        }
        if (has(content, 0, "MZ") && has(content, 4, "zimg")) {
            byte[] payload = gunzip(content, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(ZBOOT_PAYLOAD));
            return new KernelImage(Format.EFI_ZBOOT, Optional.empty(), banner(payload));
        }
        if (content.length > 2 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b) {
            KernelImage inside = read(gunzip(content, 0));
            return new KernelImage(Format.GZIP, inside.debianArchitecture, inside.release);
        }
        return new KernelImage(Format.UNKNOWN, Optional.empty(), Optional.empty());
    }

    private static boolean has(byte[] content, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (offset + i >= content.length || content[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The header of a bzImage points to a text that begins with the release. */
    private static Optional<String> setupVersion(byte[] content) {
        int start = VERSION_BASE + (ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getShort(VERSION_POINTER) & 0xffff);
        if (start >= content.length) {
            return Optional.empty();
        }
        String text = new String(content, start, Math.min(LONGEST_VERSION, content.length - start), StandardCharsets.ISO_8859_1);
        String first = text.split("[ \0]", 2)[0];
        return first.matches("[0-9]+\\.[0-9].*") ? Optional.of(first) : Optional.empty();
    }

    private static Optional<String> banner(byte[] content) {
        Matcher matcher = VERSION.matcher(new String(content, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> elfArchitecture(byte[] content) {
        if (content.length < ELF_MACHINE + 2) {
            return Optional.empty();
        }
        boolean little = content[ELF_DATA] == 1;
        int machine = ByteBuffer.wrap(content).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).getShort(ELF_MACHINE);
        return switch (machine) {
            case 0x3e -> Optional.of("amd64");
            case 0xb7 -> Optional.of("arm64");
            case 0x15 -> Optional.of("ppc64el");
            default -> Optional.of("ELF machine " + machine);
        };
    }

    /** What the gzip stream at {@code offset} holds, as far as it can be read: something may stand behind it. */
    private static byte[] gunzip(byte[] content, int offset) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        if (offset < 0 || offset >= content.length) {
            return new byte[0];
        }
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(content, offset, content.length - offset))) {
            byte[] piece = new byte[1 << 16];
            for (int count = stream.read(piece); count >= 0 && plain.size() < LARGEST; count = stream.read(piece)) {
                plain.write(piece, 0, count);
            }
        } catch (IOException end) {
            return plain.toByteArray();
        }
        return plain.toByteArray();
    }
}
