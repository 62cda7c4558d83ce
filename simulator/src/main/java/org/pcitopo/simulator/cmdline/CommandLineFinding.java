package org.pcitopo.simulator.cmdline;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something in a command line that the kernel ignores, misreads or makes no use of.
 *
 * @param kind what it is
 * @param where the characters that it is about
 * @param details what a message wants to name; each {@link Kind} says which
 */
public record CommandLineFinding(Kind kind, Token where, SortedMap<String, String> details) {

    public CommandLineFinding {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    static CommandLineFinding of(Kind kind, Token where, Map<String, ?> details) {
        SortedMap<String, String> texts = new TreeMap<>();
        details.forEach((key, value) -> texts.put(key, value.toString()));
        return new CommandLineFinding(kind, where, texts);
    }

    /** Characters from the beginning of the text. */
    public int offset() {
        return where.offset();
    }

    /** Number of characters. */
    public int length() {
        return where.length();
    }

    /** A detail, empty text where this kind has none of that name. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }

    /** What can be found. */
    public enum Kind {
        /** A double quote without partner: the word goes on to the end of the text. */
        UNCLOSED_QUOTE,
        /** {@code pci=} behind {@code --}, which goes to init. */
        BEHIND_DOUBLE_DASH,
        /** An option that no kernel knows. Details: {@code option}. */
        UNKNOWN_OPTION,
        /** An option of another architecture. Details: {@code option}, {@code architectures}. */
        OPTION_OF_OTHER_ARCHITECTURE,
        /** An option of other releases. Details: {@code option}, {@code since}, and {@code before} where it was removed. */
        OPTION_OF_OTHER_RELEASE,
        /** An option that a later occurrence replaces wholly. Details: {@code option}, {@code last} (its offset). */
        OPTION_REPEATED,
        /** An argument that is no number, or neither of the words it may be. Details: {@code option}, {@code argument}. */
        BAD_ARGUMENT,
        /** Characters behind an option or a number that the kernel does not look at. Details: {@code option}, {@code text}. */
        TRAILING_TEXT,
        /** A comma that was meant to separate entries ends the list: this entry is no option. Details: {@code entry}. */
        COMMA_BETWEEN_ENTRIES,
        /** A device path on a kernel before 4.19. Details: {@code since}, {@code read} (what is taken for the device). */
        PATH_TOO_NEW,
        /** An entry by ids on a kernel before 4.8. Details: {@code since}. */
        IDS_TOO_NEW,
        /** A wildcard, which only the 2016 series reads. */
        WILDCARD,
        /** {@code :noresize} behind an address, which only the 2016 series reads. */
        NORESIZE_ON_ADDRESS,
        /** {@code :noresize} behind ids: the entry applies as if it were not there, and ends the list for all others. */
        NORESIZE_ON_IDS,
        /** An order above 63. Details: {@code order}, {@code alignment} (bytes used instead). */
        ORDER_TOO_LARGE,
        /** An order that does not fit the 32-bit shift of kernels before 5.11. Details: {@code order}, {@code alignment}. */
        ORDER_OVERFLOWS,
        /** A negative order. Details: {@code order}, {@code alignment} (bytes, 0 for no request). */
        ORDER_NEGATIVE,
        /** An entry that cannot be read; the list ends there. Details: {@code entry}, {@code dead} (entries behind it). */
        MALFORMED_ENTRY,
        /** Nothing between two separators; the list ends there. Details: {@code dead}. */
        EMPTY_ENTRY,
        /** Text behind a readable entry that ends the list silently. Details: {@code text}, {@code dead}. */
        JUNK_ENDS_LIST,
        /** An entry that the kernel never reaches. Details: {@code entry}, {@code behind} (text of the entry that ends it). */
        DEAD_ENTRY,
        /** A number that no function has. Details: {@code field}, {@code value}, {@code highest}. */
        NEVER_MATCHES,
        /** A slot or function number whose upper bits are lost. Details: {@code field}, {@code value}, {@code read}. */
        TAKEN_FOR_ANOTHER,
        /** Every id is 0, which matches every function, bridges included. */
        MATCHES_EVERYTHING,
        /** An id of more than 16 bits. Details: {@code written}, {@code read}. */
        ID_TRUNCATED,
        /** An entry that matches no function of the machine. Details: {@code entry}. */
        MATCHES_NOTHING,
        /** An entry whose functions all match an earlier one. Details: {@code entry}, {@code by} (text of the earlier one). */
        HIDDEN,
        /** An entry that changes no BAR of its functions. Details: {@code entry}, {@code alignment}. */
        CHANGES_NOTHING
    }
}
