package org.pcitopo.simulator.assign;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.paper.PaperMachine;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.topology.WindowId;

/** A machine whose buses are scanned and to which nothing else was done: where single rules are tried. */
final class Workbench {

    final Context context;
    final Bus root;

    private Workbench(Context context, Bus root) {
        this.context = context;
        this.root = root;
    }

    /** Scans {@code machine} without reading bridge windows. */
    static Workbench of(PaperMachine machine, String kernel) {
        return of(machine, kernel, "", false);
    }

    /** Scans {@code machine} and reads what firmware left in bridge windows. */
    static Workbench reading(PaperMachine machine, String kernel) {
        return of(machine, kernel, "", true);
    }

    static Workbench of(PaperMachine machine, String kernel, String pci, boolean readsBridgeWindows) {
        Topology topology = machine.topology();
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        PciOptions options = PciOptions.of(pci.isEmpty() ? "" : "pci=" + pci, rules, topology.platform().architecture());
        Context context = Assigner.context(topology, options, topology.platform().pageSize());
        return new Workbench(context, new Enumerator(context, readsBridgeWindows).enumerate(topology.hostBridges().get(0)));
    }

    /** {@code 01:00.0}. */
    Device device(String address) {
        PciAddress wanted = PciAddress.parse(address).orElseThrow();
        return find(root, wanted).orElseThrow();
    }

    private static Optional<Device> find(Bus bus, PciAddress wanted) {
        for (Device device : bus.devices) {
            Optional<Device> found = device.address.equals(wanted) ? Optional.of(device)
                    : device.subordinate().flatMap(below -> find(below, wanted));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** {@code 01:00.0 bar0}. */
    Region region(String name) {
        String[] words = name.split(" ");
        return device(words[0]).region(ResourceName.ofJsonName(words[1]).orElseThrow()).orElseThrow();
    }

    /** The bus below a bridge. */
    Bus below(String bridge) {
        return device(bridge).subordinate().orElseThrow();
    }

    Allocator allocator() {
        return new Allocator(context, new FirmwareAddresses(context.recorder(), context.has(Behaviour.FIRMWARE_ADDRESS_NEEDS_WINDOW)));
    }

    /** A placed window of nobody's. */
    static Region window(int flags, long start, long end) {
        return Region.ofHost(new WindowId.OfHost(0, 0, 0), flags, new AddressRange(start, end));
    }

    /** Puts ranges that others own into {@code window}. */
    static Region taking(Region window, AddressRange... taken) {
        List.of(taken).forEach(range -> window.request(Region.reserved("taken", window.flags & Flags.SPACE, range)));
        return window;
    }
}
