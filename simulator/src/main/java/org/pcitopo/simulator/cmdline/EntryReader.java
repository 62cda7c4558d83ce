package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;

/**
 * Cuts a {@code resource_alignment=} list into entries. Where an entry ends depends on its kind and on the release, so the
 * text is read front to back as the kernel does; behind the place where the kernel stops for every function the rest is cut
 * at semicolons, for the benefit of the person who wrote it.
 */
final class EntryReader {

    private final String text;
    private final Token list;
    private final DeviceReader devices;
    private final List<AlignmentEntry> entries = new ArrayList<>();

    private EntryReader(Token list, KernelRules rules) {
        this.list = list;
        this.text = list.text();
        this.devices = devices(rules);
    }

    static List<AlignmentEntry> read(Token list, KernelRules rules) {
        return new EntryReader(list, rules).readAll();
    }

    private static DeviceReader devices(KernelRules rules) {
        if (rules.has(Behaviour.NORESIZE_AND_WILDCARDS)) {
            return new SeriesDeviceReader();
        }
        return rules.has(Behaviour.PATH_FORM) ? new PathDeviceReader()
                : new FieldsDeviceReader(rules.has(Behaviour.ID_FORM));
    }

    private List<AlignmentEntry> readAll() {
        int position = 0;
        boolean reached = true;
        while (position < text.length()) {
            AlignmentEntry entry = entry(position, reached);
            entries.add(entry);
            reached &= entry.continues();
            position = entry.text().end() - list.offset() + 1;
        }
        return List.copyOf(entries);
    }

    private AlignmentEntry entry(int start, boolean reached) {
        KernelScanner scanner = new KernelScanner(text, start);
        Optional<AlignmentEntry.Order> order = Optional.empty();
        int deviceAt = start;
        if (scanner.decimal() && scanner.peek() == '@') {
            order = Optional.of(new AlignmentEntry.Order(list.part(start, scanner.position()), (int) scanner.number()));
            deviceAt = scanner.position() + 1;
        }
        DeviceReader.Device device = devices.read(text, deviceAt);
        boolean separated = device.end() < text.length() && isSeparator(text.charAt(device.end()));
        boolean atEnd = device.end() == text.length();
        int end = separated || atEnd ? device.end() : endOfJunk(device.end());
        boolean continues = device.selector() instanceof Selector.Unreadable ? false : separated;
        Token body = list.part(deviceAt, end);
        int suffixAt = suffixAt(body, device.deviceEnd() - deviceAt);
        return new AlignmentEntry(entries.size(), list.part(start, end), order, body.part(0, suffixAt),
                suffixAt < body.length() ? Optional.of(body.part(suffixAt)) : Optional.empty(), device.selector(), continues,
                reached);
    }

    /** A device that takes the suffix into itself cannot be read, but a person still sees a suffix. */
    private static int suffixAt(Token body, int deviceLength) {
        boolean swallowed = deviceLength == body.length() && body.text().endsWith(AlignmentEntry.NORESIZE);
        return swallowed ? body.length() - AlignmentEntry.NORESIZE.length() : deviceLength;
    }

    private int endOfJunk(int from) {
        int semicolon = text.indexOf(';', from);
        return semicolon < 0 ? text.length() : semicolon;
    }

    static boolean isSeparator(char character) {
        return character == ';' || character == ',';
    }
}
