package org.pcitopo.cli.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.pcitopo.cli.io.UserError;

/** Decodes text; a byte order mark tells UTF-16, everything else has to be UTF-8. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Utf8() {
    }

    /** @throws UserError where {@code bytes} are no text */
    static String decode(String name, byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return withoutMark(decode(name, bytes, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return withoutMark(decode(name, bytes, StandardCharsets.UTF_16BE));
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new UserError(name + " is no text (byte " + i + " is 0); name a .pcitopo file,"
                        + " or read a log or bundle with 'pcitopo import'");
            }
        }
        return withoutMark(decode(name, bytes, StandardCharsets.UTF_8));
    }

    private static String decode(String name, byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        try {
            CoderResult result = decoder.decode(input, output, true);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw new UserError(name + " is not " + charset.name() + " text (byte " + input.position()
                    + " fits no character); save it as UTF-8", e);
        }
        return output.flip().toString();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
