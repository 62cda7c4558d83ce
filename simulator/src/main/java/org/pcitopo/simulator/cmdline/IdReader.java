package org.pcitopo.simulator.cmdline;

/** Reads {@code pci:vendor:device[:subvendor:subdevice]}, the same in every release that knows it. */
final class IdReader {

    static final String PREFIX = "pci:";

    private IdReader() {
    }

    static DeviceReader.Device read(String text, int start) {
        int[] ids = new int[4];
        int[] ends = new int[4];
        int count = 0;
        KernelScanner scanner = new KernelScanner(text, start + PREFIX.length());
        while (count < ids.length && (count == 0 || scanner.skip(':')) && scanner.hex16()) {
            ids[count] = (int) scanner.number();
            ends[count++] = scanner.position();
        }
        if (count < 2) {
            return DeviceReader.unreadable(text, start);
        }
        // A subsystem vendor without subsystem device is not read at all.
        boolean four = count == 4;
        return new DeviceReader.Device(
                new Selector.ById(ids[0], ids[1], four ? ids[2] : 0, four ? ids[3] : 0), four ? ends[3] : ends[1]);
    }
}
