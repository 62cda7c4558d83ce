package org.pcitopo.capture.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes to text: UTF-8, UTF-16 of either byte order with or without a byte order mark, and Latin-1 where the bytes are no
 * UTF-8. NUL characters, which serial consoles leave, are dropped, and the no-break spaces that mail programs make of
 * indentation become blanks.
 */
final class TextDecoder {

    private static final int SAMPLE = 64 << 10;
    private static final char NO_BREAK_SPACE = '\u00a0';
    /** Random bytes have 23 of 100 characters that no text has; a log with a few broken lines stays far below. */
    private static final int MAX_STRANGE_PERCENT = 8;

    private TextDecoder() {
    }

    /** The text, empty where the bytes are none. */
    static Optional<String> decode(byte[] bytes) {
        Charset charset = charset(bytes);
        int mark = byteOrderMark(bytes);
        String text;
        if (charset.equals(StandardCharsets.UTF_8)) {
            text = utf8(bytes, mark).orElseGet(() -> new String(bytes, mark, bytes.length - mark, StandardCharsets.ISO_8859_1));
        } else {
            text = new String(bytes, mark, bytes.length - mark, charset);
        }
        if (isBinary(text)) {
            return Optional.empty();
        }
        String withoutNul = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return Optional.of(withoutNul.replace(NO_BREAK_SPACE, ' '));
    }

    private static Optional<String> utf8(byte[] bytes, int from) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static int byteOrderMark(byte[] bytes) {
        if (matches(bytes, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return matches(bytes, 0xff, 0xfe) || matches(bytes, 0xfe, 0xff) ? 2 : 0;
    }

    private static Charset charset(byte[] bytes) {
        if (matches(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (matches(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < length; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        int pairs = length / 2;
        if (pairs > 1 && oddZeros > pairs * 3 / 4 && evenZeros < pairs / 4) {
            return StandardCharsets.UTF_16LE;
        }
        if (pairs > 1 && evenZeros > pairs * 3 / 4 && oddZeros < pairs / 4) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean matches(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBinary(String text) {
        int length = Math.min(text.length(), SAMPLE);
        int strange = 0;
        int counted = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                continue;
            }
            counted++;
            boolean ordinary = c >= ' ' && c < 0x7f || c >= 0xa0 && c != 0xfffd && c != 0xffff || c == '\n' || c == '\r'
                    || c == '\t' || c == 0x1b || c == '\f' || c == '\b';
            strange += ordinary ? 0 : 1;
        }
        return strange * 100L > (long) counted * MAX_STRANGE_PERCENT;
    }
}
