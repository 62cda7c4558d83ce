package org.pcitopo.simulator.cmdline;

import java.util.Optional;

/**
 * The 2016 series: {@code [domain:]bus:slot.function[:noresize]} where each field may be {@code *} (behaviour specification
 * 8.2). The first two fields are bus and slot, in domain 0, where a point follows them.
 */
final class SeriesDeviceReader implements DeviceReader {

    @Override
    public Device read(String text, int start) {
        KernelScanner scanner = new KernelScanner(text, start);
        Field first = field(scanner);
        if (!first.read() || !scanner.skip(':')) {
            return DeviceReader.unreadable(text, start);
        }
        Field second = field(scanner);
        if (!second.read()) {
            return DeviceReader.unreadable(text, start);
        }
        Field domain = first;
        Field bus = second;
        Field slot;
        if (scanner.peek() == '.') {
            domain = new Field(true, Optional.of(0L));
            bus = first;
            slot = second;
        } else if (scanner.skip(':')) {
            slot = field(scanner);
        } else {
            return DeviceReader.unreadable(text, start);
        }
        if (!slot.read() || !scanner.skip('.')) {
            return DeviceReader.unreadable(text, start);
        }
        Field function = field(scanner);
        if (!function.read()) {
            return DeviceReader.unreadable(text, start);
        }
        int deviceEnd = scanner.position();
        int end = text.startsWith(AlignmentEntry.NORESIZE, deviceEnd) ? deviceEnd + AlignmentEntry.NORESIZE.length()
                : deviceEnd;
        return new Device(new Selector.ByFields(domain.value(), bus.value(), slot.value(), function.value()), deviceEnd, end);
    }

    private static Field field(KernelScanner scanner) {
        if (scanner.skip('*')) {
            return new Field(true, Optional.empty());
        }
        return scanner.hex() ? new Field(true, Optional.of(scanner.number())) : new Field(false, Optional.empty());
    }

    /** A number, or any value, or nothing that can be read. */
    private record Field(boolean read, Optional<Long> value) {
    }
}
