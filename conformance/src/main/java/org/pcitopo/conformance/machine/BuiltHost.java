package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Topology;

/**
 * A host bridge of QEMU's machine.
 *
 * @param rootBus QEMU's name of its root bus; on powernv of the bus below its only root port
 * @param domain PCI domain
 * @param firstBus number of its root bus
 * @param arguments what adds it; empty for one that the machine has by itself
 */
public record BuiltHost(String rootBus, int domain, int firstBus, List<String> arguments) {

    private static final int BUSES = 0x100;
    private static final int HIGHEST_DEVICE = 0x1f;

    public BuiltHost {
        arguments = List.copyOf(arguments);
    }

    /** The host bridges that stand for the first of {@code topology}'s, as many as {@code kind} can have. */
    static List<BuiltHost> of(Topology topology, MachineKind kind) {
        List<BuiltHost> hosts = new ArrayList<>();
        int count = Math.min(topology.hostBridges().size(), kind.mostHostBridges());
        Set<Integer> taken = new HashSet<>();
        for (int index = 0; index < count; index++) {
            if (index < kind.hostBridges()) {
                topology.hostBridges().get(index).functions().stream().map(Function::device).forEach(taken::add);
                hosts.add(new BuiltHost(kind.rootBus(index), kind.hasDomains() ? index : 0, 0, List.of()));
            } else if (kind.hasDomains()) {
                hosts.add(new BuiltHost("host" + index + ".0", index, 0,
                        List.of("-device", "spapr-pci-host-bridge,index=" + index + ",id=host" + index)));
            } else {
                hosts.add(expander(topology.hostBridges(), index, count, freeDevice(kind, taken)));
            }
        }
        return hosts;
    }

    /** A further root bus of the same domain. Firmware finds it by a function on the first root bus, which has no BARs. */
    private static BuiltHost expander(List<HostBridge> wanted, int index, int count, int device) {
        int first = firstBus(wanted, index, count);
        return new BuiltHost("host" + index, 0, first, List.of("-device",
                String.format("pxb-pcie,id=host%d,bus=pcie.0,addr=%02x.0,bus_nr=%d", index, device, first)));
    }

    /** As wanted where they ascend in one domain, so that each has the numbers up to the next; else all get as many. */
    private static int firstBus(List<HostBridge> wanted, int index, int count) {
        boolean ascending = true;
        for (int i = 1; i < count; i++) {
            ascending &= wanted.get(i).domain() == wanted.get(0).domain() && wanted.get(i).firstBus() > wanted.get(i - 1).firstBus();
        }
        return ascending ? wanted.get(index).firstBus() : BUSES / count * index;
    }

    private static int freeDevice(MachineKind kind, Set<Integer> taken) {
        for (int device = HIGHEST_DEVICE; device > 0; device--) {
            if (!kind.occupies(device) && taken.add(device)) {
                return device;
            }
        }
        return 0;
    }
}
