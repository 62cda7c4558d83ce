package org.pcitopo.simulator.cmdline;

import java.util.Optional;

/** Before 4.19: {@code [domain:]bus:slot.function}; from 4.8 also ids. Reading stops behind the last number. */
final class FieldsDeviceReader implements DeviceReader {

    private final boolean knowsIds;

    FieldsDeviceReader(boolean knowsIds) {
        this.knowsIds = knowsIds;
    }

    @Override
    public Device read(String text, int start) {
        if (knowsIds && text.startsWith(IdReader.PREFIX, start)) {
            return IdReader.read(text, start);
        }
        KernelScanner scanner = new KernelScanner(text, start);
        long[] fields = new long[4];
        if (numbers(scanner, fields, ":", ":", ".")) {
            return device(scanner, fields[0], fields[1], fields[2], fields[3]);
        }
        scanner = new KernelScanner(text, start);
        if (numbers(scanner, fields, ":", ".")) {
            return device(scanner, 0, fields[0], fields[1], fields[2]);
        }
        return DeviceReader.unreadable(text, start);
    }

    private static Device device(KernelScanner scanner, long domain, long bus, long slot, long function) {
        Selector selector = new Selector.ByFields(Optional.of(domain), Optional.of(bus), Optional.of(slot),
                Optional.of(function));
        return new Device(selector, scanner.position());
    }

    /** Reads hexadecimal numbers with {@code separators} between them. */
    static boolean numbers(KernelScanner scanner, long[] fields, String... separators) {
        for (int i = 0; i <= separators.length; i++) {
            if (i > 0 && !scanner.skip(separators[i - 1].charAt(0)) || !scanner.hex()) {
                return false;
            }
            fields[i] = scanner.number();
        }
        return true;
    }
}
