package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.TraceEvent;

/** Places everything on a bus, required and optional ({@code __assign_resources_sorted}; behaviour specification 6.6, C13). */
abstract sealed class BusAssigner permits OptionalAwareAssigner, RequiredFirstAssigner {

    final Context context;
    final Allocator allocator;
    private final SortedRequests sorted;

    BusAssigner(Context context, Allocator allocator) {
        this.context = context;
        this.allocator = allocator;
        this.sorted = new SortedRequests(context);
    }

    /** The way of {@code context}'s release. */
    static BusAssigner of(Context context, Allocator allocator) {
        return context.has(Behaviour.OPTIONAL_REWORK) ? new OptionalAwareAssigner(context, allocator)
                : new RequiredFirstAssigner(context, allocator);
    }

    /**
     * Places what waits on {@code bus}.
     *
     * @param failed receives what found no place, as it was when it failed
     */
    final void assign(Bus bus, Optional<OptionalList> optional, List<Request> failed) {
        assign(sorted.of(bus), optional, failed);
    }

    abstract void assign(List<Request> requests, Optional<OptionalList> optional, List<Request> failed);

    /** Adds the optional part to every listed region; those that need a larger alignment move forward. */
    final void growListed(List<Request> requests, OptionalList optional) {
        for (Request request : new ArrayList<>(requests)) {
            Region region = request.region;
            region.end += optional.addSize(region);
            long alignment = optional.minAlign(region);
            if (region.has(Flags.STARTALIGN) && Unsigned.less(region.start, alignment)) {
                region.setRange(alignment, region.size());
                moveForward(requests, request, alignment);
            }
        }
    }

    private void moveForward(List<Request> requests, Request request, long alignment) {
        for (int i = 0; i < requests.size(); i++) {
            Request other = requests.get(i);
            if (Unsigned.less(context.alignmentOf(other.device, other.region), alignment)) {
                int from = requests.indexOf(request);
                requests.remove(from);
                requests.add(from < i ? i - 1 : i, request);
                return;
            }
        }
    }

    /** Takes back what stands in the way of {@code failed}; the others leave {@code requests} and the list. */
    final void releaseFor(List<Request> failed, List<Request> requests, OptionalList optional) {
        FailedTypes types = new FailedTypes(failed);
        requests.removeIf(request -> {
            boolean stays = request.region.assigned() && !types.releases(request.region);
            if (stays) {
                optional.remove(request.region);
            }
            return stays;
        });
        for (Request request : requests) {
            if (request.region.assigned()) {
                context.recorder().add(
                        new TraceEvent.Released(request.region.key.orElseThrow(), request.region.range()));
                request.region.release();
            }
            request.restore();
        }
    }

    static boolean contains(List<Request> requests, Region region) {
        return requests.stream().anyMatch(request -> request.region == region);
    }
}
