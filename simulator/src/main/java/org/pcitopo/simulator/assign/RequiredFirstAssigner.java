package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.ResourceName;

/** Up to 6.15: with optional parts if all of them fit, else the required ones, then what optional parts fit. */
final class RequiredFirstAssigner extends BusAssigner {

    RequiredFirstAssigner(Context context, Allocator allocator) {
        super(context, allocator);
    }

    @Override
    void assign(List<Request> requests, Optional<OptionalList> optional, List<Request> failed) {
        if (optional.isPresent() && !optional.get().isEmpty()) {
            List<Request> failedWithOptional = new ArrayList<>();
            growListed(requests, optional.get());
            assignAll(requests, failedWithOptional);
            if (failedWithOptional.isEmpty()) {
                requests.forEach(request -> optional.get().remove(request.region));
                return;
            }
            releaseFor(failedWithOptional, requests, optional.get());
        }
        assignAll(requests, failed);
        optional.ifPresent(list -> assignOptional(requests, list));
    }

    private void assignAll(List<Request> requests, List<Request> failed) {
        for (Request request : requests) {
            Region region = request.region;
            if (!region.isEmpty() && !allocator.assign(request.device, region)) {
                boolean disabledRom = Device.nameOf(region) == ResourceName.ROM && !region.has(Flags.ROM_ENABLE);
                if (!disabledRom) {
                    failed.add(new Request(request.device, region));
                }
                region.reset();
            }
        }
    }

    private void assignOptional(List<Request> requests, OptionalList optional) {
        for (OptionalList.Entry entry : optional.lastFirst()) {
            Region region = entry.region();
            if (region.flags != 0 && !contains(requests, region)) {
                continue;
            }
            optional.remove(region);
            if (region.flags == 0) {
                continue;
            }
            if (region.isEmpty()) {
                region.setRange(entry.minAlign(), entry.addSize());
                if (!allocator.assign(entry.device(), region)) {
                    region.reset();
                }
            } else {
                region.flags |= entry.flags() & (Flags.STARTALIGN | Flags.SIZEALIGN);
                allocator.grow(entry.device(), region, entry.addSize(), entry.minAlign());
            }
        }
    }
}
