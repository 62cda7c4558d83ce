package org.pcitopo.dsl.literals;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Sizes;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Reads and writes the literals of the language. Reading takes text that has the right shape already and is empty where the
 * value does not fit: into 64 bits, or a range that ends before it starts.
 */
public final class Literals {

    private static final String SUFFIXES = "KMGTPE";

    private Literals() {
    }

    /** {@code 256}, {@code 16K}, {@code 256MB}, {@code 0x4000}: bytes, or any other unsigned number. */
    public static OptionalLong size(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return unsigned(text.substring(2), 16);
        }
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        OptionalLong number = unsigned(text.substring(0, digits), 10);
        if (digits == text.length() || number.isEmpty()) {
            return number;
        }
        int shift = 10 * (1 + SUFFIXES.indexOf(Character.toUpperCase(text.charAt(digits))));
        long shifted = number.getAsLong() << shift;
        return shifted >>> shift == number.getAsLong() ? OptionalLong.of(shifted) : OptionalLong.empty();
    }

    /** {@code 0xfe800000}: an address. */
    public static OptionalLong address(String text) {
        return size(text);
    }

    /** {@code 0xfe800000-0xfe8fffff}, {@code fe800000-fe8fffff}, or one address that is a range of one byte. */
    public static Optional<AddressRange> range(String text) {
        int dash = text.indexOf('-');
        OptionalLong start = bare(dash < 0 ? text : text.substring(0, dash));
        OptionalLong end = bare(dash < 0 ? text : text.substring(dash + 1));
        boolean valid = start.isPresent() && end.isPresent() && Unsigned.lessOrEqual(start.getAsLong(), end.getAsLong());
        return valid ? Optional.of(new AddressRange(start.getAsLong(), end.getAsLong())) : Optional.empty();
    }

    private static OptionalLong bare(String text) {
        return unsigned(text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text, 16);
    }

    /** {@code 0a}, {@code 04}, {@code ff}: a bus number, two hexadecimal digits. */
    public static OptionalInt bus(String text) {
        boolean valid = text.length() == 2 && Character.digit(text.charAt(0), 16) >= 0 && Character.digit(text.charAt(1), 16) >= 0;
        return valid ? OptionalInt.of(Integer.parseInt(text, 16)) : OptionalInt.empty();
    }

    /** A size as a person writes it: the largest suffix that leaves a whole number, from 1K on. */
    public static String sizeText(long size) {
        return Sizes.text(size);
    }

    /** An address: {@code 0x600c000000000}. */
    public static String addressText(long address) {
        return "0x" + Long.toHexString(address);
    }

    /** A range: {@code 0xfe800000-0xfe8fffff}. */
    public static String rangeText(AddressRange range) {
        return addressText(range.start()) + "-" + addressText(range.end());
    }

    /** Two hexadecimal digits. */
    public static String busText(int bus) {
        return String.format(Locale.ROOT, "%02x", bus);
    }

    private static OptionalLong unsigned(String digits, int radix) {
        try {
            return OptionalLong.of(Long.parseUnsignedLong(digits, radix));
        } catch (NumberFormatException notANumberOf64Bits) {
            return OptionalLong.empty();
        }
    }
}
