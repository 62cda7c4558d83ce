package org.pcitopo.capture.lspci;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.config.ConfigSpace;

/** Collects the lines of {@code lspci -x}, {@code -xxx} and {@code -xxxx} of one function. */
final class HexDump {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{2,3}):((?: [0-9a-f]{2}){1,16})");
    private static final int ROW = 16;

    private byte[] bytes = new byte[0];
    private int firstLine;

    /** Takes {@code text} where it continues the dump; whether it did. */
    boolean add(String text, int lineNumber) {
        boolean possible = text.length() > 4 && (text.charAt(2) == ':' || text.charAt(3) == ':');
        Matcher matcher = LINE.matcher(possible ? text : "");
        if (!matcher.matches()) {
            return false;
        }
        int offset = Integer.parseInt(matcher.group(1), 16);
        String[] row = matcher.group(2).strip().split(" ");
        if (offset == bytes.length && row.length == ROW) {
            firstLine = bytes.length == 0 ? lineNumber : firstLine;
            bytes = Arrays.copyOf(bytes, offset + ROW);
            for (int i = 0; i < ROW; i++) {
                bytes[offset + i] = (byte) Integer.parseInt(row[i], 16);
            }
        }
        return true;
    }

    /** The line on which the dump begins. */
    int firstLine() {
        return firstLine;
    }

    Optional<ConfigSpace> config() {
        return ConfigSpace.of(bytes);
    }
}
