package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.trace.TraceEvent;

/** Changes the size of a resizable BAR and finds it a new place ({@code resourceN_resize}; behaviour specification 2.4). */
final class BarResizer {

    /** Start and end at 0, which is one byte long and which window sizing takes for no size. */
    private static final long NO_SIZE = 1;

    private final Context context;
    private final Allocator allocator;

    BarResizer(Context context, Allocator allocator) {
        this.context = context;
        this.allocator = allocator;
    }

    /** Resizes; where the new size finds no place everything stays as it was. */
    void resize(Device device, BootStep.ResizeBar step) {
        Optional<Region> bar = resizable(device, step).filter(Region::assigned);
        if (bar.isEmpty() || device.bus.host.preserveConfig()) {
            return;
        }
        List<Saved> saved = new ArrayList<>();
        Region window = bar.get().parent().orElseThrow();
        device.regions.stream().filter(region -> !Device.nameOf(region).isWindow())
                .filter(region -> region.parent().filter(window::equals).isPresent())
                .forEach(region -> saved.add(release(region)));
        bar.get().setRange(0, step.size());
        bar.get().hardwareSize = step.size();
        List<Bus> released = releaseEmptyWindows(device.bus, window, saved);
        if (!reassign(device, released, bar.get().flags & Flags.TYPE)) {
            saved.forEach(Saved::withdraw);
            for (int i = saved.size() - 1; i >= 0; i--) {
                saved.get(i).restore();
            }
        }
    }

    /** The BAR of {@code step}, if its capability offers that size. */
    private static Optional<Region> resizable(Device device, BootStep.ResizeBar step) {
        return device.description.bar(step.bar()).filter(bar -> bar.resizableSizes().contains(step.size()))
                .flatMap(bar -> device.region(ResourceName.bar(bar.index())));
    }

    /** Walks up as long as the window that served the BAR is empty; returns the buses whose window went, lowest first. */
    private List<Bus> releaseEmptyWindows(Bus bus, Region window, List<Saved> saved) {
        List<Bus> released = new ArrayList<>();
        Region empty = window;
        for (Optional<Bus> at = Optional.of(bus); at.isPresent() && empty.children().isEmpty(); at = at.get().parent()) {
            // Behind a transparent bridge the window may be one further up.
            Region candidate = empty;
            boolean own = at.get().self.filter(bridge -> bridge.regions.contains(candidate)).isPresent();
            if (own) {
                empty = candidate.parent().orElseThrow();
                saved.add(release(candidate));
                released.add(at.get());
            }
        }
        return released;
    }

    /**
     * Places what was released. From the rework on only what is required and of the BAR's own type counts as a failure: a window
     * that had no place before, such as one for I/O ports on a host without any, says nothing of this resize (pci_required_resource_failed,
     * corrected in 6.17 and its stable kernels; what 6.15 did before that correction is left out).
     *
     * @param type the BAR's type bits
     */
    private boolean reassign(Device device, List<Bus> released, int type) {
        List<Request> failed = new ArrayList<>();
        BusTreeAssigner assigner = new BusTreeAssigner(context, allocator);
        if (released.isEmpty()) {
            assigner.assign(device.bus, Optional.empty(), failed);
        } else {
            Bus top = released.get(released.size() - 1);
            Optional<OptionalList> optional = Optional.of(new OptionalList());
            new WindowSizer(context).sizeBelow(top, optional);
            assigner.assign(top.parent().orElseThrow(), optional, failed);
        }
        OptionalRule optionalRule = new OptionalRule(context);
        return failed.stream().allMatch(request -> optionalRule.isOptional(request.region)
                || context.has(Behaviour.OPTIONAL_REWORK) && request.type() != type);
    }

    private Saved release(Region region) {
        Saved saved = new Saved(region);
        context.recorder().add(new TraceEvent.Released(region.key.orElseThrow(), region.range()));
        region.release();
        if (Device.nameOf(region).isWindow() && !context.has(Behaviour.RESIZE_REMEMBERS_WINDOWS)) {
            region.setRange(0, NO_SIZE);
        } else {
            region.forgetAddress();
        }
        return saved;
    }

    /** A region as it was before it was released. */
    private static final class Saved {
        private final Region region;
        private final Region parent;
        private final long start;
        private final long end;
        private final long hardwareSize;
        private final long lastAlignment;
        private final long lastSize;
        private final int flags;
        private final Region.Outcome outcome;

        private Saved(Region region) {
            this.region = region;
            this.parent = region.parent().orElseThrow();
            this.start = region.start;
            this.end = region.end;
            this.hardwareSize = region.hardwareSize;
            this.lastAlignment = region.lastAlignment;
            this.lastSize = region.lastSize;
            this.flags = region.flags;
            this.outcome = region.outcome;
        }

        private void withdraw() {
            if (region.assigned()) {
                region.release();
            }
        }

        private void restore() {
            region.start = start;
            region.end = end;
            region.hardwareSize = hardwareSize;
            region.lastAlignment = lastAlignment;
            region.lastSize = lastSize;
            region.flags = flags;
            region.outcome = outcome;
            parent.request(region);
        }
    }
}
