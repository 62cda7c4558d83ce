package org.pcitopo.simulator.explain;

import java.util.List;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Sizes;

/** Numbers and lists in sentences. */
final class Words {

    private static final int MOST_NAMED = 4;

    private Words() {
    }

    /** {@code 16K}, {@code 256 bytes}: exact. */
    static String size(long bytes) {
        String text = Sizes.text(bytes);
        return Character.isDigit(text.charAt(text.length() - 1)) ? text + " bytes" : text;
    }

    static String address(long address) {
        return "0x" + Long.toHexString(address);
    }

    static String range(AddressRange range) {
        return address(range.start()) + "-" + address(range.end());
    }

    /** {@code 64-bit prefetchable memory}, {@code 32-bit memory}, {@code I/O ports}. */
    static String type(ResourceType type) {
        if (type.isIo()) {
            return "I/O ports";
        }
        return (type.is64Bit() ? "64-bit " : "32-bit ") + (type.prefetchable() ? "prefetchable memory" : "memory");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; of many the first four and how many more. */
    static String list(List<String> items) {
        if (items.size() > MOST_NAMED) {
            return String.join(", ", items.subList(0, MOST_NAMED)) + " and " + (items.size() - MOST_NAMED) + " more";
        }
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }

    /** With a capital first letter. */
    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@code 1st}, {@code 2nd}, {@code 11th}. */
    static String ordinal(int number) {
        int tens = number % 100;
        String ending = tens >= 11 && tens <= 13 ? "th" : switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number + ending;
    }
}
