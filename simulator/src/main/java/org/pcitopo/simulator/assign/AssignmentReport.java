package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/** Turns the working state into the result. */
final class AssignmentReport {

    private final Context context;
    private final List<Bus> roots;
    private final List<EnumeratedFunction> functions = new ArrayList<>();
    private final List<AssignedResource> resources = new ArrayList<>();
    private final List<WindowUse> windows = new ArrayList<>();

    AssignmentReport(Context context, List<Bus> roots) {
        this.context = context;
        this.roots = roots;
    }

    Assignment assignment() {
        for (Bus root : roots) {
            root.windows.forEach(window -> windows.add(WindowUse.of(window)));
            report(root);
        }
        return new Assignment(functions, resources, windows, context.recorder().trace());
    }

    private void report(Bus bus) {
        for (Device device : bus.devices) {
            functions.add(new EnumeratedFunction(device.address, device.description, bus.self.map(bridge -> bridge.address),
                    device.subordinate().map(below -> below.number).orElse(-1),
                    device.subordinate().map(below -> below.subordinate).orElse(-1)));
            for (Region region : device.regions) {
                resources.add(result(device, region));
                if (region.windowId.isPresent() && region.assigned()) {
                    windows.add(WindowUse.of(region));
                }
            }
            device.subordinate().ifPresent(this::report);
        }
    }

    private AssignedResource result(Device device, Region region) {
        ResourceName name = Device.nameOf(region);
        ResourceState state = state(region, name);
        Optional<AddressRange> range = range(region, state);
        long size = range.isPresent() ? region.size() : state == ResourceState.DISABLED ? 0
                : region.lastSize != 0 ? region.lastSize : region.hardwareSize;
        long hardwareSize = name.isWindow() ? size : region.hardwareSize;
        boolean moved = range.isPresent() && device.description.firmwareStart(name).orElse(0) != region.start;
        return new AssignedResource(region.key.orElseThrow(), type(device.description, name, region), state, range, size,
                hardwareSize, region.lastAlignment, region.parent().flatMap(window -> window.windowId), moved);
    }

    private static Optional<AddressRange> range(Region region, ResourceState state) {
        if (state == ResourceState.SHADOW) {
            return AddressRange.tryOfSize(region.start, region.size());
        }
        return region.assigned() ? Optional.of(region.range()) : Optional.empty();
    }

    private static ResourceState state(Region region, ResourceName name) {
        if (region.has(Flags.ROM_SHADOW)) {
            return ResourceState.SHADOW;
        }
        if (region.assigned()) {
            return region.has(Flags.FIXED) ? ResourceState.FIXED
                    : region.outcome == Region.Outcome.CLAIMED ? ResourceState.CLAIMED : ResourceState.ASSIGNED;
        }
        boolean failed = region.outcome == Region.Outcome.FAILED;
        return name.isWindow() && !failed ? ResourceState.DISABLED : ResourceState.UNASSIGNED;
    }

    /** The type from the description: a given-up resource has lost its flags. */
    private static ResourceType type(Function function, ResourceName name, Region region) {
        if (name.isBar()) {
            return function.bar(name.register()).map(Bar::type).orElseThrow();
        }
        if (name.isVfBar()) {
            return function.vfBar(name.register()).map(Bar::type).orElseThrow();
        }
        return switch (name) {
            case ROM -> ResourceType.MEM32_PREF;
            case IO_WINDOW, CARDBUS_WINDOW0, CARDBUS_WINDOW1 -> ResourceType.IO;
            case MEM_WINDOW, CARDBUS_WINDOW3 -> ResourceType.MEM32;
            case PREF_WINDOW -> function.bridge().flatMap(Bridge::prefetchable).map(BridgeWindow::type)
                    .orElse(ResourceType.MEM32_PREF);
            default -> ResourceType.MEM32_PREF;
        };
    }
}
