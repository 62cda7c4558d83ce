package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;

/**
 * A property that the device tree shall have instead of what QEMU writes into it. QEMU's hardware decodes what it always does;
 * the kernel believes the device tree.
 *
 * @param node the node's path
 * @param property the property's name
 * @param cells its value, 32-bit cells
 */
public record DeviceTreeEdit(String node, String property, List<Integer> cells) {

    private static final String HOST_BRIDGE = "/pcie@10000000";
    private static final long PORTS_START = 0x3eff_0000L;
    private static final long PORTS_SIZE = 0x1_0000L;
    private static final List<AddressRange> DECODED = List.of(new AddressRange(0x1000_0000L, 0x3efe_ffffL),
            new AddressRange(0x80_0000_0000L, 0xff_ffff_ffffL));
    private static final int SPACE_IO = 0x0100_0000;
    private static final int SPACE_MEMORY_32 = 0x0200_0000;
    private static final int SPACE_MEMORY_64 = 0x0300_0000;
    private static final int PREFETCHABLE = 0x4000_0000;

    public DeviceTreeEdit {
        cells = List.copyOf(cells);
    }

    /** What tells the kernel of {@code virt} about the windows and bus numbers of {@code host}; nothing for what is usual. */
    static List<DeviceTreeEdit> of(HostBridge host, boolean probeOnly) {
        List<DeviceTreeEdit> edits = new ArrayList<>();
        if (!host.windows().isEmpty() && host.windows().stream().allMatch(DeviceTreeEdit::isDecoded)) {
            List<Integer> cells = new ArrayList<>();
            host.windows().forEach(window -> addWindow(cells, window));
            edits.add(new DeviceTreeEdit(HOST_BRIDGE, "ranges", cells));
        }
        if (host.lastBus() != 0xff) {
            edits.add(new DeviceTreeEdit(HOST_BRIDGE, "bus-range", List.of(host.firstBus(), host.lastBus())));
        }
        if (probeOnly) {
            edits.add(new DeviceTreeEdit("/chosen", "linux,pci-probe-only", List.of(1)));
        }
        return edits;
    }

    private static boolean isDecoded(HostWindow window) {
        if (window.type().isIo()) {
            return window.busRange().end() < PORTS_SIZE && window.busRange().end() >= 0;
        }
        return window.offset() == 0 && DECODED.stream().anyMatch(range -> range.contains(window.range()));
    }

    private static void addWindow(List<Integer> cells, HostWindow window) {
        long bus = window.busRange().start();
        boolean wide = AddressRange.ABOVE_4G.contains(window.range());
        cells.add(window.type().isIo() ? SPACE_IO
                : (wide ? SPACE_MEMORY_64 : SPACE_MEMORY_32) | (window.type().prefetchable() ? PREFETCHABLE : 0));
        add(cells, bus);
        add(cells, window.type().isIo() ? PORTS_START + bus : window.range().start());
        add(cells, window.range().end() - window.range().start() + 1);
    }

    private static void add(List<Integer> cells, long value) {
        cells.add((int) (value >>> 32));
        cells.add((int) value);
    }

    /** The arguments of {@code fdtput} behind its options and the name of the file. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(node, property));
        cells.forEach(cell -> arguments.add(Integer.toHexString(cell)));
        return arguments;
    }
}
