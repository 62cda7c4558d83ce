package org.pcitopo.dsl.writer;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Space;

/** Writes resources as the kernel prints them. */
final class ResourceText {

    private ResourceText() {
    }

    /** {@code [mem 0xfe800000-0xfe8fffff 64bit pref]}. */
    static String range(ResourceType type, AddressRange range) {
        return bracket(type, Literals.rangeText(range));
    }

    /** {@code [mem 0xfe800000-0xfe8fffff]}. */
    static String range(Space space, AddressRange range) {
        return range(space == Space.IO ? ResourceType.IO : ResourceType.MEM32, range);
    }

    /** What stands behind {@code BAR 0}. */
    static String bar(Bar bar) {
        String resizable = bar.resizableSizes().isEmpty() ? "" : " resizable " + sizes(bar.resizableSizes());
        return place(bar.type(), bar.size(), bar.firmwareStart()) + (bar.fixed() ? " fixed" : "") + resizable;
    }

    /** What stands behind {@code ROM}. */
    static String rom(Rom rom) {
        return place(ResourceType.MEM32, rom.size(), rom.firmwareStart())
                + (rom.shadow() ? " shadow" : rom.enabled() ? " enabled" : "");
    }

    /** Sizes, separated by blanks. */
    static String sizes(Iterable<Long> sizes) {
        List<String> texts = new java.util.ArrayList<>();
        sizes.forEach(size -> texts.add(Literals.sizeText(size)));
        return texts.stream().collect(Collectors.joining(" "));
    }

    private static String place(ResourceType type, long size, OptionalLong start) {
        String bySize = bracket(type, "size " + Literals.sizeText(size));
        if (start.isEmpty()) {
            return bySize + " unset";
        }
        if (start.getAsLong() == 0) {
            return bySize;
        }
        return AddressRange.tryOfSize(start.getAsLong(), size).map(range -> range(type, range))
                .orElse(bySize + " at " + Literals.addressText(start.getAsLong()));
    }

    private static String bracket(ResourceType type, String inside) {
        String flags = type.flagsText();
        return "[" + (type.isIo() ? "io" : "mem") + " " + inside + (flags.isEmpty() ? "" : " " + flags) + "]";
    }
}
