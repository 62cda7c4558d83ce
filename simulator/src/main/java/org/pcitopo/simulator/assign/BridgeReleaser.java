package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.trace.TraceEvent;

/** Releases bridge windows that were too small, before the next try (behaviour specification 4.6, C12). */
final class BridgeReleaser {

    private final Context context;
    private final boolean byWindow;

    BridgeReleaser(Context context) {
        this.context = context;
        this.byWindow = context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS);
    }

    /**
     * Makes room for {@code failed}, the last one first, and puts them back as they were.
     *
     * @param wholeSubtree release below the window as well, not leaf bridges alone
     */
    void prepareNext(List<Request> failed, boolean wholeSubtree) {
        List<Request> lastFirst = new ArrayList<>(failed);
        Collections.reverse(lastFirst);
        for (Request request : lastFirst) {
            if (byWindow) {
                WindowSelection.ByFunction.choose(request.device.bus, request.type())
                        .ifPresent(window -> releaseWindow(request.device.bus, window, wholeSubtree));
            } else {
                releaseByType(request.device.bus, request.type(), wholeSubtree);
            }
        }
        for (Request request : failed) {
            request.restore();
            if (!byWindow && Device.nameOf(request.region).isWindow()) {
                request.region.flags = 0;
            }
        }
    }

    private void releaseByType(Bus bus, int type, boolean wholeSubtree) {
        boolean leaf = true;
        for (Bus child : bus.children()) {
            leaf = false;
            if (wholeSubtree && child.self.filter(Device::isPciBridge).isPresent()) {
                releaseByType(child, type, true);
            }
        }
        if (wholeSubtree || leaf) {
            bus.self.filter(Device::isPciBridge).flatMap(bridge -> windowFor(bridge, type)).ifPresent(this::release);
        }
    }

    private void releaseWindow(Bus bus, Region window, boolean wholeSubtree) {
        boolean leaf = true;
        for (Bus child : bus.children()) {
            leaf = false;
            if (wholeSubtree && child.self.filter(Device::isPciBridge).isPresent()) {
                List<Region> inside = child.windows.stream()
                        .filter(region -> region.parent().filter(window::equals).isPresent()).toList();
                inside.forEach(region -> releaseWindow(child, region, true));
            }
        }
        if (!bus.isRoot() && bus.self.filter(Device::isPciBridge).isPresent() && (wholeSubtree || leaf)) {
            release(window);
        }
    }

    /** The window that serves resources of {@code type}, up to 6.17. */
    private static Optional<Region> windowFor(Device bridge, int type) {
        if ((type & Flags.IO) != 0) {
            return bridge.region(ResourceName.IO_WINDOW);
        }
        Optional<Region> prefetchable = bridge.region(ResourceName.PREF_WINDOW);
        boolean wide = prefetchable.filter(window -> window.has(Flags.MEM_64)).isPresent();
        boolean narrow = !wide && prefetchable.filter(window -> window.has(Flags.PREFETCH)).isPresent();
        boolean fits = (type & Flags.PREFETCH) != 0 && (wide && (type & Flags.MEM_64) != 0 || narrow);
        return fits ? prefetchable : bridge.region(ResourceName.MEM_WINDOW);
    }

    /** Takes a window and everything in it out of the tree; it keeps its size. */
    private void release(Region window) {
        if (!window.assigned() || window.key.isEmpty()) {
            return;
        }
        window.releaseChildren(context.recorder());
        context.recorder().add(new TraceEvent.Released(window.key.get(), window.range()));
        window.release();
        window.forgetAddress();
        window.flags |= byWindow ? Flags.UNSET : 0;
    }
}
