package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From 4.19: ids, or a path {@code [domain:]bus:slot.function/slot.function…} that takes all text up to the semicolon. */
final class PathDeviceReader implements DeviceReader {

    @Override
    public Device read(String text, int start) {
        if (text.startsWith(IdReader.PREFIX, start)) {
            return IdReader.read(text, start);
        }
        int semicolon = text.indexOf(';', start);
        int end = semicolon < 0 ? text.length() : semicolon;
        String[] parts = text.substring(start, end).split("/", -1);
        Optional<Selector.PathHead> head = head(parts[0]);
        if (head.isEmpty() && parts.length == 1) {
            return new Device(new Selector.Unreadable(), end);
        }
        List<OptionalInt> devfns = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            devfns.add(devfn(parts[i]));
        }
        return new Device(new Selector.ByPath(head, devfns), end);
    }

    private static Optional<Selector.PathHead> head(String text) {
        long[] fields = new long[4];
        KernelScanner scanner = new KernelScanner(text, 0);
        if (FieldsDeviceReader.numbers(scanner, fields, ":", ":", ".") && scanner.atEnd()) {
            return Optional.of(new Selector.PathHead(fields[0], fields[1], devfn(fields[2], fields[3])));
        }
        scanner = new KernelScanner(text, 0);
        if (FieldsDeviceReader.numbers(scanner, fields, ":", ".") && scanner.atEnd()) {
            return Optional.of(new Selector.PathHead(0, fields[0], devfn(fields[1], fields[2])));
        }
        return Optional.empty();
    }

    private static OptionalInt devfn(String text) {
        long[] fields = new long[2];
        KernelScanner scanner = new KernelScanner(text, 0);
        return FieldsDeviceReader.numbers(scanner, fields, ".") && scanner.atEnd()
                ? OptionalInt.of(devfn(fields[0], fields[1])) : OptionalInt.empty();
    }

    private static int devfn(long slot, long function) {
        return (int) ((slot & 0x1f) << 3 | function & 7);
    }
}
