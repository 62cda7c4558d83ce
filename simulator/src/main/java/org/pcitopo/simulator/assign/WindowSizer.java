package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.trace.PrintedRange;
import org.pcitopo.simulator.trace.TraceEvent;

/** Sizes the windows of all bridges, deepest first ({@code __pci_bus_size_bridges}; behaviour specification 5). */
final class WindowSizer {

    private final Context context;
    private final WindowSelection selection;
    private final IoWindowSizing ioSizing;
    private final MemoryWindowSizing memorySizing;

    WindowSizer(Context context) {
        this.context = context;
        this.selection = context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) ? new WindowSelection.ByFunction()
                : new WindowSelection.ByType();
        this.ioSizing = new IoWindowSizing(context);
        this.memorySizing = new MemoryWindowSizing(context);
    }

    /**
     * Sizes everything below {@code bus}.
     *
     * @param optional collects what is wanted on top of what is required; empty where all is required
     */
    void sizeBelow(Bus bus, Optional<OptionalList> optional) {
        for (Device device : bus.devices) {
            device.subordinate().ifPresent(below -> {
                if (device.isCardBus()) {
                    new CardBusSizing(context).size(device, optional);
                } else {
                    sizeBelow(below, optional);
                }
            });
        }
        bus.self.filter(Device::isPciBridge).ifPresent(bridge -> size(bus, bridge, optional));
    }

    private void size(Bus bus, Device bridge, Optional<OptionalList> optional) {
        restoreFlags(bridge);
        HotplugReserve reserve = HotplugReserve.of(bridge, context.options());
        selection.io(bus).filter(window -> !window.assigned())
                .ifPresent(window -> apply(bridge, window, ioSizing.size(bus, window, reserve.io(), optional), optional));
        selection.memory(bus, reserve, (window, serves, extra) -> sizeMemory(bus, bridge, window, serves, extra, optional));
    }

    private void sizeMemory(Bus bus, Device bridge, Region window, Predicate<Region> serves, long reserve,
            Optional<OptionalList> optional) {
        if (!window.assigned()) {
            apply(bridge, window, memorySizing.size(bus, window, serves, reserve, optional), optional);
        }
    }

    /** Windows that the bridge implements get their type back ({@code pci_bridge_check_ranges}). */
    private static void restoreFlags(Device device) {
        Bridge bridge = device.bridge().orElseThrow();
        restore(device, ResourceName.IO_WINDOW, bridge.io());
        restore(device, ResourceName.MEM_WINDOW, bridge.memory());
        restore(device, ResourceName.PREF_WINDOW, bridge.prefetchable());
    }

    private static void restore(Device device, ResourceName name, Optional<BridgeWindow> description) {
        device.region(name).ifPresent(
                region -> description.ifPresent(window -> region.flags |= Flags.of(window.type())));
    }

    private void apply(Device bridge, Region window, WindowSize size, Optional<OptionalList> optional) {
        boolean keepsFlags = context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS);
        PrintedRange before = window.printed();
        if (size.isNothing()) {
            window.flags = keepsFlags ? window.flags | Flags.DISABLED : 0;
            window.outcome = Region.Outcome.DISABLED;
            context.recorder().add(new TraceEvent.WindowDisabled(window.key.orElseThrow(), before));
            return;
        }
        window.outcome = Region.Outcome.UNTOUCHED;
        window.setRange(size.alignment(), size.required());
        window.flags = window.flags & (size.required() != 0 ? ~Flags.DISABLED : ~0) | Flags.STARTALIGN;
        long more = Math.max(size.withOptional() - size.required(), 0);
        boolean realigned = context.has(Behaviour.OPTIONAL_REWORK) && size.optionalAlignment() > size.alignment();
        boolean listed = optional.isPresent() && (more > 0 || realigned);
        if (listed) {
            window.flags &= ~Flags.DISABLED;
            optional.get().add(bridge, window, more, size.optionalAlignment());
        }
        context.recorder().add(new TraceEvent.WindowSized(window.key.orElseThrow(), size.required(), size.alignment(), more,
                listed ? size.optionalAlignment() : 0, window.printed(),
                relaxations(size, before, window.printed())));
    }

    /** The window as each relaxation shows it; where nothing is required it was not touched before the optional part was counted. */
    private static List<PrintedRange> relaxations(WindowSize size, PrintedRange before, PrintedRange now) {
        if (!size.relaxed() && !size.optionalRelaxed()) {
            return List.of();
        }
        List<PrintedRange> relaxations = new ArrayList<>();
        if (size.relaxed()) {
            relaxations.add(now);
        }
        if (size.optionalRelaxed()) {
            relaxations.add(size.required() == 0 ? before : now);
        }
        return relaxations;
    }
}
