package org.pcitopo.simulator.guest;

import java.util.Optional;
import org.pcitopo.simulator.topology.Sizes;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** What a VMM makes of a BAR that vfio-pci hands it. */
interface VmmRules {

    /** @param pageSize of the host, bytes */
    static VmmRules of(GuestMachine machine, long pageSize) {
        return machine.isQemu() ? new QemuRules(machine, pageSize) : new CloudHypervisorRules(machine, pageSize);
    }

    /** Bytes of a page of the host: hypervisors map and trap whole pages. */
    long pageSize();

    /** A memory BAR of which vfio-pci maps something. */
    GuestBar mapped(HostBar bar);

    /** Any BAR as the guest sees it. */
    default GuestBar seen(HostBar bar) {
        Mapping mapping = bar.mapping();
        if (mapping.verdict() == Verdict.NONE) {
            return bar.emulated("The guest does not see it: it has no address on the host.", Optional.empty());
        }
        if (bar.type().isIo()) {
            return bar.emulated("I/O ports are always read and written by the VMM.", Optional.empty());
        }
        if (mapping.areas().isEmpty()) {
            return bar.emulated("vfio-pci does not map it on the host: " + mapping.reason().map(Mapping.Reason::id).orElse("unknown") + ".",
                    Optional.of("on the host; 'pcitopo explain' tells why, 'pcitopo advise' looks for a command line"));
        }
        return mapped(bar);
    }

    /** {@code page of 64K}. */
    default String page() {
        return "page of " + Sizes.text(pageSize());
    }
}
