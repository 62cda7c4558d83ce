package org.pcitopo.capture.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Unsigned;

/** Firmware's memory map, less what the kernel took out of it before PCI (EFI's MMIO ranges, from 6.1). */
final class MemoryMapLines {

    private static final Pattern ENTRY = Pattern.compile(
            "^(?:BIOS-e820|user): \\[mem 0x([0-9a-f]{1,16})-0x([0-9a-f]{1,16})\\]\\s+(.{1,40})$");
    /** What follows stands for firmware's map, because {@code memmap=} or {@code mem=} changed it. */
    private static final String COMMAND_LINES_MAP = "user-defined physical RAM map:";
    private static final Pattern OLD_ENTRY = Pattern.compile(
            "^BIOS-e820: ([0-9a-f]{16}) - ([0-9a-f]{16}) \\((.{1,40})\\)$");
    private static final Pattern REMOVED = Pattern.compile(
            "^e820: remove \\[mem 0x([0-9a-f]{1,16})-0x([0-9a-f]{1,16})\\] (.{1,40})$");

    /** An early quirk adds it to the map. */
    private static final Pattern STOLEN = Pattern.compile("^Reserving Intel graphics (?:stolen )?memory at "
            + "(?:\\[mem )?0x([0-9a-f]{1,16})-0x([0-9a-f]{1,16})\\]?$");

    private final List<Finding.MemoryMapEntry> entries = new ArrayList<>();

    void accept(LogLine line) {
        String text = line.text();
        if (text.startsWith("Reserving Intel graphics ")) {
            Matcher stolen = STOLEN.matcher(text);
            if (stolen.matches()) {
                entry(ResourceText.hex(stolen.group(1)), ResourceText.hex(stolen.group(2)), "reserved")
                        .ifPresent(entry -> entries.add(new Finding.MemoryMapEntry(entry, line.read())));
            }
        } else if (text.equals(COMMAND_LINES_MAP)) {
            entries.clear();
        } else if (text.startsWith("BIOS-e820: ") || text.startsWith("user: ")) {
            read(text).ifPresent(entry -> entries.add(new Finding.MemoryMapEntry(entry, line.read())));
        } else if (text.startsWith("e820: remove ")) {
            Matcher removed = REMOVED.matcher(text);
            if (removed.matches()) {
                entry(ResourceText.hex(removed.group(1)), ResourceText.hex(removed.group(2)), removed.group(3))
                        .ifPresent(this::remove);
            }
        }
    }

    List<Finding.MemoryMapEntry> findings() {
        return entries;
    }

    private void remove(E820Entry removed) {
        List<Finding.MemoryMapEntry> kept = new ArrayList<>();
        for (Finding.MemoryMapEntry entry : entries) {
            if (entry.entry().type().equals(removed.type()) && entry.entry().range().overlaps(removed.range())) {
                keepAround(entry, removed.range(), kept);
            } else {
                kept.add(entry);
            }
        }
        entries.clear();
        entries.addAll(kept);
    }

    private static void keepAround(Finding.MemoryMapEntry entry, AddressRange hole, List<Finding.MemoryMapEntry> kept) {
        AddressRange range = entry.entry().range();
        if (Unsigned.less(range.start(), hole.start())) {
            kept.add(part(entry, new AddressRange(range.start(), hole.start() - 1)));
        }
        if (Unsigned.less(hole.end(), range.end())) {
            kept.add(part(entry, new AddressRange(hole.end() + 1, range.end())));
        }
    }

    private static Finding.MemoryMapEntry part(Finding.MemoryMapEntry entry, AddressRange range) {
        return new Finding.MemoryMapEntry(new E820Entry(range, entry.entry().type()), entry.origin());
    }

    private static Optional<E820Entry> read(String text) {
        Matcher matcher = ENTRY.matcher(text);
        if (matcher.matches()) {
            return entry(ResourceText.hex(matcher.group(1)), ResourceText.hex(matcher.group(2)), matcher.group(3));
        }
        Matcher old = OLD_ENTRY.matcher(text);
        return old.matches()
                ? entry(ResourceText.hex(old.group(1)), ResourceText.hex(old.group(2)) - 1, old.group(3)) : Optional.empty();
    }

    private static Optional<E820Entry> entry(long start, long end, String type) {
        if (Unsigned.less(end, start)) {
            return Optional.empty();
        }
        String word = type.strip();
        String usual = switch (word) {
            case "System RAM" -> "usable";
            case "device reserved" -> "reserved";
            default -> word;
        };
        return Optional.of(new E820Entry(new AddressRange(start, end), usual));
    }
}
