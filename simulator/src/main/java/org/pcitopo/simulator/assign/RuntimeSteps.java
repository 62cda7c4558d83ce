package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.simulator.cmdline.AlignmentRequests;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.trace.TraceEvent;

/** What is done to a machine through sysfs after it booted (behaviour specification 1.4, 2.4). */
final class RuntimeSteps {

    /** A function that was removed, and the bus to which a rescan returns it. */
    private record Removed(Bus bus, Function function) {
    }

    private final List<Bus> roots;
    private final Allocator allocator;
    private final boolean readsBridgeWindows;
    private final List<Removed> removed = new ArrayList<>();
    /** What the registers of removed bridges still hold: the number of the bus below, by the bridge's address. */
    private final Map<PciAddress, Integer> buses = new HashMap<>();
    /** And the windows that the kernel had written there. */
    private final Map<ResourceKey, AddressRange> windows = new HashMap<>();
    private Context context;

    RuntimeSteps(Context context, List<Bus> roots, Allocator allocator, boolean readsBridgeWindows) {
        this.context = context;
        this.roots = roots;
        this.allocator = allocator;
        this.readsBridgeWindows = readsBridgeWindows;
    }

    void run(List<BootStep> steps) {
        for (BootStep step : steps) {
            if (step instanceof BootStep.WriteResourceAlignment write) {
                context = context.withRequests(AlignmentRequests.echoed(write.text(), context.rules(),
                        context.platform().architecture()));
            } else if (step instanceof BootStep.Remove remove) {
                find(remove.function()).ifPresent(this::remove);
            } else if (step instanceof BootStep.Rescan) {
                rescan();
            } else if (step instanceof BootStep.ResizeBar resize) {
                find(resize.function()).ifPresent(device -> new BarResizer(context, allocator).resize(device, resize));
            }
        }
    }

    private Optional<Device> find(PciAddress address) {
        return roots.stream().filter(root -> root.host.domain() == address.domain())
                .flatMap(root -> find(root, address).stream()).findFirst();
    }

    private static Optional<Device> find(Bus bus, PciAddress address) {
        for (Device device : bus.devices) {
            Optional<Device> found = device.address.equals(address) ? Optional.of(device)
                    : device.subordinate().flatMap(below -> find(below, address));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void remove(Device device) {
        release(device);
        device.bus.devices.remove(device);
        removed.add(new Removed(device.bus, device.description));
    }

    /** Deepest first: a window is empty when it goes. */
    private void release(Device device) {
        device.subordinate().ifPresent(below -> {
            buses.put(device.address, below.number);
            below.devices.forEach(this::release);
        });
        for (Region region : device.regions) {
            windows.remove(region.key.orElseThrow());
            if (region.assigned()) {
                windows.put(region.key.orElseThrow(), region.range());
                context.recorder().add(new TraceEvent.Released(region.key.orElseThrow(), region.range()));
                region.release();
            }
        }
    }

    /** Finds removed functions again and places what has no place; windows that have one keep it. */
    private void rescan() {
        Enumerator enumerator = new Enumerator(context, readsBridgeWindows);
        removed.sort(Comparator.comparingInt(entry -> entry.function.devfn()));
        removed.forEach(entry -> enumerator.rediscover(entry.bus, entry.function, buses, windows));
        removed.clear();
        WindowSizer sizer = new WindowSizer(context);
        BusTreeAssigner assigner = new BusTreeAssigner(context, allocator);
        for (Bus root : roots) {
            Optional<OptionalList> optional = Optional.of(new OptionalList());
            sizer.sizeBelow(root, optional);
            assigner.assign(root, optional, new ArrayList<>());
        }
    }
}
