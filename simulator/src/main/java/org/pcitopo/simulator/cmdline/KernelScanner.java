package org.pcitopo.simulator.cmdline;

/**
 * Reads numbers the way the kernel's {@code sscanf}, {@code simple_strtoull} and {@code memparse} do: blanks before a number
 * are skipped, values wrap around, and what follows the digits is left alone.
 */
final class KernelScanner {

    private final String text;
    private int position;
    private long number;

    KernelScanner(String text, int position) {
        this.text = text;
        this.position = position;
    }

    int position() {
        return position;
    }

    /** The number that was read last. */
    long number() {
        return number;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The character here, 0 at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(position);
    }

    /** Steps over {@code expected} if it stands here. */
    boolean skip(char expected) {
        if (atEnd() || text.charAt(position) != expected) {
            return false;
        }
        position++;
        return true;
    }

    /** Reads hexadecimal digits with or without {@code 0x}, as {@code %x}: the lower 32 bits. */
    boolean hex() {
        int start = position;
        skipBlanks();
        if (digit(position) >= 16) {
            position = start;
            return false;
        }
        if (peek() == '0' && position + 1 < text.length() && (text.charAt(position + 1) | 0x20) == 'x') {
            position += 2;
        }
        digits(16);
        number &= 0xffff_ffffL;
        return true;
    }

    /** As {@link #hex}, the lower 16 bits, as {@code %hx}. */
    boolean hex16() {
        boolean read = hex();
        number &= 0xffff;
        return read;
    }

    /** Reads decimal digits with an optional minus, as {@code %d}: the lower 32 bits with sign. A plus is not accepted. */
    boolean decimal() {
        int start = position;
        skipBlanks();
        boolean negative = peek() == '-';
        int first = negative ? position + 1 : position;
        if (digit(first) >= 10) {
            position = start;
            return false;
        }
        position = first;
        digits(10);
        number = (int) (negative ? -number : number);
        return true;
    }

    /** Reads a size as {@code memparse}: decimal, {@code 0x} or octal with an optional suffix K, M, G, T, P or E. */
    boolean size() {
        int start = position;
        int base = base();
        if (base == 16) {
            position += 2;
        }
        digits(base);
        boolean read = position > start;
        int suffix = "kmgtpe".indexOf(peek() | 0x20);
        if (suffix >= 0 && !atEnd()) {
            position++;
            number <<= 10 * (suffix + 1);
        }
        return read;
    }

    private int base() {
        if (peek() != '0') {
            return 10;
        }
        boolean prefixed = position + 1 < text.length() && (text.charAt(position + 1) | 0x20) == 'x';
        return prefixed && digit(position + 2) < 16 ? 16 : 8;
    }

    private void skipBlanks() {
        while (!atEnd() && CommandLine.isBlank(text.charAt(position))) {
            position++;
        }
    }

    private void digits(int base) {
        number = 0;
        for (int value = digit(position); value < base; value = digit(position)) {
            number = number * base + value;
            position++;
        }
    }

    /** The value of the ASCII digit at {@code at}, a large number where there is none. */
    private int digit(int at) {
        char character = at < text.length() ? text.charAt(at) : 0;
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        char lower = (char) (character | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : Integer.MAX_VALUE;
    }
}
