package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * Sizes and places everything on a root bus, in as many tries as reallocation allows ({@code
 * pci_assign_unassigned_root_bus_resources}; behaviour specification 4.6).
 */
final class RootBusFlow {

    private final Context context;
    private final WindowSizer sizer;
    private final BusTreeAssigner assigner;
    private final Distributor distributor;
    private final BridgeReleaser releaser;

    RootBusFlow(Context context, Allocator allocator) {
        this.context = context;
        this.sizer = new WindowSizer(context);
        this.assigner = new BusTreeAssigner(context, allocator);
        this.distributor = new Distributor(context);
        this.releaser = new BridgeReleaser(context);
    }

    /** The common flow. */
    void run(Bus root, boolean preservesConfiguration) {
        int tries = reallocates(root, preservesConfiguration) ? root.depth() + 1 : 1;
        for (int number = 1; number <= tries; number++) {
            context.recorder().add(new TraceEvent.TryStarted(root.host.domain(), root.number, number, tries));
            List<Request> failed = attempt(root, number == tries ? Optional.of(new OptionalList()) : Optional.empty());
            if (failed.isEmpty() || number == tries) {
                return;
            }
            releaser.prepareNext(failed, number + 1 > 2);
        }
    }

    /** Sizing and placing once, everything counting as required (device tree hosts up to 6.10). */
    void runWithoutOptional(Bus root) {
        context.recorder().add(new TraceEvent.TryStarted(root.host.domain(), root.number, 1, 1));
        sizer.sizeBelow(root, Optional.empty());
        assigner.assign(root, Optional.empty(), new ArrayList<>());
    }

    private List<Request> attempt(Bus root, Optional<OptionalList> optional) {
        List<Request> failed = new ArrayList<>();
        sizer.sizeBelow(root, optional);
        distributor.distribute(root, optional);
        assigner.assign(root, optional, failed);
        return failed;
    }

    private boolean reallocates(Bus root, boolean preservesConfiguration) {
        if (context.options().realloc() != PciOptions.Realloc.UNDEFINED) {
            return context.options().realloc() == PciOptions.Realloc.ON;
        }
        boolean automatic = context.platform().configured("PCI_REALLOC_ENABLE_AUTO", true)
                && context.platform().configured("PCI_IOV", true);
        return automatic && !preservesConfiguration && hasUnplacedVfBar(root);
    }

    /** Whether firmware gave a VF BAR no bus address (C1). */
    private static boolean hasUnplacedVfBar(Bus bus) {
        for (Device device : bus.devices) {
            boolean unplaced = device.regions.stream().anyMatch(region -> Device.nameOf(region).isVfBar()
                    && region.flags != 0 && bus.busStart(region) == 0);
            if (unplaced || device.subordinate().filter(RootBusFlow::hasUnplacedVfBar).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
