package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.topology.DeviceIds;

/**
 * The functions that {@code vfio-pci.ids=} binds to vfio-pci: entries
 * {@code vendor:device[:subvendor[:subdevice[:class[:class_mask]]]]}, separated by commas. The last occurrence wins; an entry
 * without vendor and device is ignored.
 *
 * @param entries in order
 */
public record VfioIds(List<Entry> entries) {

    private static final long ANY = 0xffff_ffffL;

    public VfioIds {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param text where it stands
     * @param vendor 16 bits, or all 32 bits set for any; the next three likewise
     * @param classCode 24 bits
     * @param classMask which bits of the class count
     */
    public record Entry(Token text, long vendor, long device, long subsystemVendor, long subsystemDevice, long classCode,
            long classMask) {

        /** Whether it binds a function with these ids. */
        public boolean matches(DeviceIds ids) {
            return fits(vendor, ids.vendor()) && fits(device, ids.device()) && fits(subsystemVendor, ids.subsystemVendor())
                    && fits(subsystemDevice, ids.subsystemDevice()) && ((classCode ^ ids.classCode()) & classMask) == 0;
        }

        private static boolean fits(long wanted, int actual) {
            return wanted == ANY || wanted == actual;
        }
    }

    /** Reads a command line. */
    public static VfioIds of(CommandLine line) {
        List<Token> values = line.valuesOf("vfio-pci.ids");
        return values.isEmpty() ? new VfioIds(List.of()) : new VfioIds(entries(values.get(values.size() - 1)));
    }

    /** Whether a function with these ids is bound. */
    public boolean bind(DeviceIds ids) {
        return entries.stream().anyMatch(entry -> entry.matches(ids));
    }

    private static List<Entry> entries(Token value) {
        List<Entry> entries = new ArrayList<>();
        int start = 0;
        while (start <= value.length()) {
            int comma = value.text().indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            add(entries, value.part(start, end));
            start = end + 1;
        }
        return entries;
    }

    private static void add(List<Entry> entries, Token text) {
        long[] fields = {ANY, ANY, ANY, ANY, 0, 0};
        int count = 0;
        KernelScanner scanner = new KernelScanner(text.text(), 0);
        while (count < fields.length && (count == 0 || scanner.skip(':')) && scanner.hex()) {
            fields[count++] = scanner.number();
        }
        if (count >= 2) {
            entries.add(new Entry(text, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]));
        }
    }
}
