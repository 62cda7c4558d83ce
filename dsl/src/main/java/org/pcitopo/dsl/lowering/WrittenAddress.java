package org.pcitopo.dsl.lowering;

import java.util.OptionalInt;
import org.pcitopo.dsl.model.Function;

/**
 * The address of a function as far as it is written.
 *
 * @param domain empty where not written
 * @param bus empty where not written
 * @param device 0 to 0x1f
 * @param function 0 to 7
 */
record WrittenAddress(OptionalInt domain, OptionalInt bus, int device, int function) {

    static WrittenAddress of(Function function) {
        return parse(function.getAddress());
    }

    /** Reads {@code 01.0}, {@code 02:01.0} or {@code 0000:02:01.0}; the lexer lets nothing else through. */
    static WrittenAddress parse(String text) {
        String[] parts = text.split(":");
        String last = parts[parts.length - 1];
        int dot = last.indexOf('.');
        OptionalInt domain = parts.length < 3 ? OptionalInt.empty() : hex(parts[0]);
        OptionalInt bus = parts.length < 2 ? OptionalInt.empty() : hex(parts[parts.length - 2]);
        return new WrittenAddress(domain, bus, Integer.parseInt(last.substring(0, dot), 16),
                Integer.parseInt(last.substring(dot + 1), 16));
    }

    int devfn() {
        return device << 3 | function;
    }

    private static OptionalInt hex(String text) {
        return OptionalInt.of((int) Math.min(Long.parseLong(text, 16), Integer.MAX_VALUE));
    }
}
