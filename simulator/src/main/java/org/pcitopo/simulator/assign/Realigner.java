package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.cmdline.AlignmentRequest;
import org.pcitopo.simulator.cmdline.MatchTarget;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.trace.PrintedRange;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * Applies alignment requests to a function as it is discovered, after its BARs were read and before its capabilities are
 * ({@code pci_reassigndev_resource_alignment}; behaviour specification 3, 8.3).
 */
final class Realigner {

    private final Context context;

    Realigner(Context context) {
        this.context = context;
    }

    /** Realigns {@code device}; returns whether firmware's memory windows of a bridge are forgotten. */
    boolean realign(Device device) {
        if (context.platform().machine() == Machine.POWERNV) {
            device.regions.forEach(Realigner::unset);
        }
        Optional<AlignmentRequest> request = context.requests()
                .requestFor(target(device), context.pageSize(),
                        DefaultAlignment.of(context.platform(), context.rules(), context.pageSize()),
                        context.platform().probeOnly());
        if (request.isEmpty() || request.get().alignment() == 0) {
            return false;
        }
        if (device.bridge().isEmpty() && device.description.ids().baseAndSubClass() == DeviceIds.CLASS_HOST_BRIDGE) {
            context.recorder().add(new TraceEvent.RequestIgnored(device.address, "it is a host bridge",
                    Optional.empty()));
            return false;
        }
        device.memoryDecode = false;
        for (Region region : device.regions) {
            if (region.has(Flags.MEM)) {
                realign(region, request.get());
            }
        }
        // A device tree is read after the request, so what it says of windows stands (C7).
        return device.isPciBridge() && !context.platform().romsComeFromDeviceTree();
    }

    private static MatchTarget target(Device device) {
        List<PciAddress> upstream = new ArrayList<>();
        Optional<Device> bridge = device.bus.self;
        while (bridge.isPresent()) {
            upstream.add(bridge.get().address);
            bridge = bridge.get().bus.self;
        }
        return new MatchTarget(device.address, device.description.ids(), upstream);
    }

    private void realign(Region region, AlignmentRequest request) {
        long alignment = request.alignment();
        if (region.has(Flags.FIXED) && context.has(Behaviour.REQUESTS_RESPECT_FIRMWARE)) {
            context.recorder().add(new TraceEvent.RequestIgnored(region.key.orElseThrow().function(),
                    region.key.orElseThrow().name() + " is fixed", Optional.of(new TraceEvent.AlignmentRequested(
                            region.key.orElseThrow(), alignment, request.resize(), region.printed()))));
            return;
        }
        if (context.has(Behaviour.KEEP_LARGE_ENOUGH) && Unsigned.lessOrEqual(alignment, region.size())) {
            return;
        }
        PrintedRange before = region.printed();
        if (request.resize()) {
            region.setRange(0, Unsigned.max(region.size(), alignment));
        } else {
            region.flags = region.flags & ~Flags.SIZEALIGN | Flags.STARTALIGN;
            region.setRange(Unsigned.max(alignment, context.has(Behaviour.KEEP_LARGE_ENOUGH) ? 0 : region.size()),
                    region.size());
        }
        region.flags |= Flags.UNSET;
        context.recorder().add(new TraceEvent.AlignmentRequested(region.key.orElseThrow(), alignment, request.resize(), before));
    }

    /** powernv forgets every firmware value before anything else (PCI_REASSIGN_ALL_RSRC; behaviour specification 4.4). */
    private static void unset(Region region) {
        region.forgetAddress();
        region.flags |= Flags.UNSET;
    }
}
