package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Unsigned;

/** From 6.16: everything at once, and where that fails the required ones alone, then the list (C13). */
final class OptionalAwareAssigner extends BusAssigner {

    private final OptionalRule optionalRule;

    OptionalAwareAssigner(Context context, Allocator allocator) {
        super(context, allocator);
        this.optionalRule = new OptionalRule(context);
    }

    @Override
    void assign(List<Request> requests, Optional<OptionalList> optional, List<Request> failed) {
        OptionalList list = optional.orElseGet(OptionalList::new);
        if (!list.isEmpty()) {
            growListed(requests, list);
        }
        List<Request> failedFirst = new ArrayList<>();
        for (Request request : requests) {
            if (!request.region.isEmpty() && !allocator.assign(request.device, request.region)) {
                failedFirst.add(request);
            }
        }
        boolean requiredFailed = failedFirst.stream().anyMatch(request -> !optionalRule.isOptional(request.region));
        if (failedFirst.isEmpty()) {
            requests.forEach(request -> list.remove(request.region));
        } else if (requiredFailed || !list.isEmpty()) {
            releaseFor(failedFirst, requests, list);
            assignRequired(requests);
            assignOptional(requests, list);
        }
        giveUpRest(requests, failed);
    }

    private void assignRequired(List<Request> requests) {
        for (Request request : requests) {
            if (!request.region.isEmpty() && !optionalRule.isOptional(request.region)) {
                allocator.assign(request.device, request.region);
            }
        }
    }

    private void assignOptional(List<Request> requests, OptionalList optional) {
        for (OptionalList.Entry entry : optional.lastFirst()) {
            Region region = entry.region();
            boolean hopeless = !region.assigned() && !region.isEmpty() && !optionalRule.isOptional(region);
            boolean elsewhere = !contains(requests, region);
            if (elsewhere && !(hopeless && context.has(Behaviour.OTHER_BUSES_LOSE_OPTIONAL))) {
                continue;
            }
            optional.remove(region);
            if (hopeless) {
                continue;
            }
            if (!region.assigned()) {
                region.setRange(entry.minAlign(), region.size() + entry.addSize());
                allocator.assign(entry.device(), region);
            } else if (entry.addSize() > 0 || !Unsigned.isAligned(region.start, entry.minAlign())) {
                region.flags |= entry.flags() & (Flags.STARTALIGN | Flags.SIZEALIGN);
                allocator.grow(entry.device(), region, entry.addSize(), entry.minAlign());
            }
        }
    }

    /** From 6.18 a bridge window keeps what it was; before, it lost its type, and the next try releases the memory window for it. */
    private void giveUpRest(List<Request> requests, List<Request> failed) {
        for (Request request : requests) {
            Region region = request.region;
            if (region.assigned()) {
                continue;
            }
            failed.add(new Request(request.device, region));
            if (context.has(Behaviour.FAILED_WINDOWS_KEEP_FLAGS) && isBridgeWindow(region)) {
                region.flags |= Flags.UNSET;
            } else {
                region.reset();
            }
            if (region.outcome != Region.Outcome.DISABLED) {
                region.outcome = Region.Outcome.FAILED;
            }
        }
    }

    private static boolean isBridgeWindow(Region region) {
        ResourceName name = Device.nameOf(region);
        return name.isWindow() && name != ResourceName.CARDBUS_WINDOW3;
    }
}
