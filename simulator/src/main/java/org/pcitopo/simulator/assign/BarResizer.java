package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.trace.TraceEvent;

/** Changes the size of a resizable BAR and finds it a new place ({@code resourceN_resize}; behaviour specification 2.4). */
final class BarResizer {

    private final Context context;
    private final Allocator allocator;

    BarResizer(Context context, Allocator allocator) {
        this.context = context;
        this.allocator = allocator;
    }

    /** Resizes; where the new size finds no place everything stays as it was. */
    void resize(Device device, BootStep.ResizeBar step) {
        Optional<Region> bar = device.region(ResourceName.bar(step.bar())).filter(Region::assigned);
        if (bar.isEmpty() || device.bus.host.preserveConfig()) {
            return;
        }
        List<Saved> saved = new ArrayList<>();
        Region window = bar.get().parent().orElseThrow();
        device.regions.stream().filter(region -> region.parent().filter(window::equals).isPresent())
                .forEach(region -> saved.add(release(region)));
        bar.get().setRange(0, step.size());
        bar.get().hardwareSize = step.size();
        List<Bus> released = releaseEmptyWindows(device.bus, window, saved);
        if (!reassign(device, released)) {
            saved.forEach(Saved::withdraw);
            for (int i = saved.size() - 1; i >= 0; i--) {
                saved.get(i).restore();
            }
        }
    }

    /** Walks up as long as the window that served the BAR is empty; returns the buses whose window went. */
    private List<Bus> releaseEmptyWindows(Bus bus, Region window, List<Saved> saved) {
        List<Bus> released = new ArrayList<>();
        Bus at = bus;
        Region empty = window;
        while (!at.isRoot() && empty.children().isEmpty() && empty.assigned()) {
            Region above = empty.parent().orElseThrow();
            saved.add(release(empty));
            released.add(at);
            at = at.parent().orElseThrow();
            empty = above;
        }
        return released;
    }

    private boolean reassign(Device device, List<Bus> released) {
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
        return failed.stream().allMatch(request -> optionalRule.isOptional(request.region));
    }

    private Saved release(Region region) {
        Saved saved = new Saved(region);
        context.recorder().add(new TraceEvent.Released(region.key.orElseThrow(), region.range()));
        region.release();
        region.forgetAddress();
        return saved;
    }

    /** A region as it was before it was released. */
    private static final class Saved {
        private final Region region;
        private final Region parent;
        private final long start;
        private final long end;
        private final long hardwareSize;
        private final int flags;
        private final Region.Outcome outcome;

        private Saved(Region region) {
            this.region = region;
            this.parent = region.parent().orElseThrow();
            this.start = region.start;
            this.end = region.end;
            this.hardwareSize = region.hardwareSize;
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
            region.flags = flags;
            region.outcome = outcome;
            parent.request(region);
        }
    }
}
