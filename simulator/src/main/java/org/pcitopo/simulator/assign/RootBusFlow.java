package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.trace.TraceEvent;

/**
 * Sizes and places everything on a root bus, in as many tries as reallocation allows ({@code
 * pci_assign_unassigned_root_bus_resources}; behaviour specification 4.6).
 */
final class RootBusFlow {

    /** Where the kernel's index of windows that are not a bridge's own begins. */
    private static final int BRIDGE_WINDOWS = 4;

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
        boolean reallocates = reallocates(root, preservesConfiguration);
        int depth = root.depth();
        int tries = reallocates ? depth + 1 : 1;
        if (reallocates) {
            context.recorder().add(new TraceEvent.TriesPlanned(root.host.domain(), root.number, depth, tries));
        }
        for (int number = 1; number <= tries; number++) {
            context.recorder().add(new TraceEvent.TryStarted(root.host.domain(), root.number, number, tries));
            List<Request> failed = attempt(root, number == tries ? Optional.of(new OptionalList()) : Optional.empty());
            if (failed.isEmpty()) {
                break;
            }
            if (number == tries) {
                context.recorder().add(new TraceEvent.LeftUnplaced(root.host.domain(), root.number, advice(reallocates)));
                break;
            }
            context.recorder().add(new TraceEvent.MakingRoom(root.host.domain(), root.number, number + 1));
            releaser.prepareNext(failed, number + 1 > 2);
        }
        list(root);
    }

    private TraceEvent.Advice advice(boolean reallocates) {
        if (context.options().realloc() != PciOptions.Realloc.UNDEFINED) {
            return TraceEvent.Advice.NONE;
        }
        return reallocates ? TraceEvent.Advice.DO_NOT_REALLOCATE : TraceEvent.Advice.REALLOCATE;
    }

    /** Lists what buses offer ({@code pci_bus_dump_resources}). */
    private void list(Bus bus) {
        List<TraceEvent.ListedWindow> windows = new ArrayList<>();
        int own = bus.isRoot() ? 0 : (int) bus.windows.stream().filter(window -> isOwn(bus, window)).count();
        for (int i = 0; i < bus.windows.size(); i++) {
            Region window = bus.windows.get(i);
            int index = i < own ? Device.nameOf(window).index() - ResourceName.IO_WINDOW.index() : BRIDGE_WINDOWS + i - own;
            if (window.end != 0 && window.flags != 0) {
                windows.add(new TraceEvent.ListedWindow(index, window.printed(), window.key.isEmpty()));
            }
        }
        if (!windows.isEmpty()) {
            context.recorder().add(new TraceEvent.BusListed(bus.host.domain(), bus.number, windows));
        }
        bus.children().forEach(this::list);
    }

    private static boolean isOwn(Bus bus, Region window) {
        return window.key.isPresent() && window.key.get().function().equals(bus.self.orElseThrow().address);
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
