package org.pcitopo.capture.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * A resource as the kernel's {@code %pR} prints it: {@code [mem 0xfe800000-0xfe8fffff 64bit pref]},
 * {@code [io  size 0x1000]}, {@code [mem disabled]}.
 *
 * @param type its type bits
 * @param range its addresses; empty where only a size or nothing is printed, or where it ends before it starts
 * @param size bytes; of {@code range} where there is one, 0 where neither is printed
 * @param disabled printed as disabled
 */
record ResourceText(ResourceType type, Optional<AddressRange> range, long size, boolean disabled) {

    /** The brackets and what is in them; group 1 io or mem, 2 size, 3 start, 4 end, 5 flags. */
    private static final Pattern TEXT = Pattern.compile("\\[(io|mem)\\s*(?:size\\s+0x([0-9a-fA-F]{1,16})|0x([0-9a-fA-F]{1,16})"
            + "(?:\\s?-\\s?0x([0-9a-fA-F]{1,16}))?)?\\s*([a-z0-9 ]*?)\\s*\\]");

    /** The first resource that {@code text} prints at or behind {@code from}. */
    static Optional<ResourceText> find(String text, int from) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.find(Math.min(from, text.length())) ? Optional.of(of(matcher)) : Optional.empty();
    }

    static Optional<ResourceText> find(String text) {
        return find(text, 0);
    }

    private static ResourceText of(Matcher matcher) {
        String flags = ' ' + (matcher.group(5) == null ? "" : matcher.group(5)) + ' ';
        ResourceType type = matcher.group(1).equals("io") ? ResourceType.IO
                : ResourceType.memory(flags.contains(" 64bit "), flags.contains(" pref "));
        boolean disabled = flags.contains(" disabled ");
        if (matcher.group(2) != null) {
            return new ResourceText(type, Optional.empty(), hex(matcher.group(2)), disabled);
        }
        if (matcher.group(3) == null) {
            return new ResourceText(type, Optional.empty(), 0, disabled);
        }
        long start = hex(matcher.group(3));
        long end = matcher.group(4) == null ? start : hex(matcher.group(4));
        if (Unsigned.less(end, start)) {
            return new ResourceText(type, Optional.empty(), 0, disabled);
        }
        AddressRange range = new AddressRange(start, end);
        return new ResourceText(type, Optional.of(range), range.size(), disabled);
    }

    static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
