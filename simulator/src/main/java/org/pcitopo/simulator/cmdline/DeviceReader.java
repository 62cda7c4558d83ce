package org.pcitopo.simulator.cmdline;

/** Reads what names a function in an entry, in the manner of one range of releases. */
sealed interface DeviceReader permits PathDeviceReader, FieldsDeviceReader, SeriesDeviceReader {

    /** Reads the device that begins at {@code start}; whatever stands there has a reading. */
    Device read(String text, int start);

    /**
     * What was read.
     *
     * @param selector its meaning
     * @param deviceEnd offset behind the device itself
     * @param end offset where the kernel looks for the next separator
     */
    record Device(Selector selector, int deviceEnd, int end) {
        Device(Selector selector, int end) {
            this(selector, end, end);
        }
    }

    /** Text that cannot be read, up to the next separator. */
    static Device unreadable(String text, int start) {
        int end = start;
        while (end < text.length() && !EntryReader.isSeparator(text.charAt(end))) {
            end++;
        }
        return new Device(new Selector.Unreadable(), end);
    }
}
