package org.pcitopo.capture.wording;

import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.trace.PrintedRange;

/** Resources as the kernel's {@code %pR} prints them; the inverse of {@code capture.log}'s {@code ResourceText}. */
final class ResourceWords {

    private ResourceWords() {
    }

    /** {@code [mem 0xfe800000-0xfe8fffff 64bit pref]} or {@code [io  size 0x1000]}. */
    static String of(PrintedRange range) {
        return of(range, "");
    }

    /** As {@link #of(PrintedRange)}; {@code marked} where the kernel calls it a window. */
    static String of(PrintedRange range, boolean marked) {
        return of(range, marked ? " window" : "");
    }

    /** {@code [mem size 0x00001000]}: a resource without a place. */
    static String size(ResourceType type, long size) {
        return of(new PrintedRange(type, 0, size - 1, true, false));
    }

    static String of(ResourceType type, AddressRange range) {
        return of(new PrintedRange(type, range.start(), range.end(), false, false));
    }

    static String of(ResourceType type, AddressRange range, boolean marked) {
        return of(new PrintedRange(type, range.start(), range.end(), false, false), marked);
    }

    private static String of(PrintedRange range, String mark) {
        StringBuilder text = new StringBuilder(range.type().isIo() ? "[io  " : "[mem ");
        if (range.unset()) {
            text.append("size ").append(hex(range.type(), range.end() - range.start() + 1));
        } else {
            text.append(hex(range.type(), range.start()));
            if (range.start() != range.end()) {
                text.append('-').append(hex(range.type(), range.end()));
            }
        }
        text.append(range.type().is64Bit() ? " 64bit" : "").append(range.type().prefetchable() ? " pref" : "");
        return text.append(mark).append(range.disabled() ? " disabled" : "").append(']').toString();
    }

    /** An address as wide as the kernel prints it at least: four digits for ports, eight for memory. */
    static String hex(ResourceType type, long value) {
        return String.format(type.isIo() ? "0x%04x" : "0x%08x", value);
    }

    /** {@code [bus 01-02]}, or {@code [bus 01]} for a single one. */
    static String buses(int first, int last) {
        return first == last ? String.format("[bus %02x]", first) : String.format("[bus %02x-%02x]", first, last);
    }
}
