package org.pcitopo.simulator.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The bridge side of a function.
 *
 * @param kind what sort of bridge
 * @param secondary number of the bus below, empty where the simulator shall number it
 * @param subordinate highest bus number below, empty where the simulator shall number it
 * @param hotplug the kernel's {@code is_hotplug_bridge}: a PCIe port whose Slot Capabilities say Hot-Plug Capable
 * @param transparent subtractive decode: programming interface 0x01
 * @param io the I/O window, empty where the bridge has none
 * @param memory the memory window, empty only for CardBus
 * @param prefetchable the prefetchable window, empty where the bridge has none
 * @param functions what is on the bus below, in any order
 */
public record Bridge(BridgeKind kind, OptionalInt secondary, OptionalInt subordinate, boolean hotplug, boolean transparent,
        Optional<BridgeWindow> io, Optional<BridgeWindow> memory, Optional<BridgeWindow> prefetchable,
        List<Function> functions) {

    public Bridge {
        functions = List.copyOf(functions);
    }

    /** A bridge with all windows closed, a 64-bit prefetchable one among them, to be numbered by the simulator. */
    public static Bridge of(BridgeKind kind, List<Function> functions) {
        return new Bridge(kind, OptionalInt.empty(), OptionalInt.empty(), false, false,
                Optional.of(BridgeWindow.closed(ResourceType.IO)),
                Optional.of(BridgeWindow.closed(ResourceType.MEM32)),
                Optional.of(BridgeWindow.closed(ResourceType.MEM64_PREF)), functions);
    }

    public Bridge withFunctions(List<Function> replacement) {
        return new Bridge(kind, secondary, subordinate, hotplug, transparent, io, memory, prefetchable, replacement);
    }

    public Bridge withBuses(int newSecondary, int newSubordinate) {
        return new Bridge(kind, OptionalInt.of(newSecondary), OptionalInt.of(newSubordinate), hotplug, transparent,
                io, memory, prefetchable, functions);
    }

    public Bridge withHotplug(boolean newHotplug) {
        return new Bridge(kind, secondary, subordinate, newHotplug, transparent, io, memory, prefetchable, functions);
    }

    public Bridge withTransparent(boolean newTransparent) {
        return new Bridge(kind, secondary, subordinate, hotplug, newTransparent, io, memory, prefetchable, functions);
    }
}
