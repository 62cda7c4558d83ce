package org.pcitopo.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.pcitopo.conformance.device.QemuDevice;
import org.pcitopo.conformance.device.QemuDevices;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Topology;

/**
 * A random tree of bridges and endpoints that QEMU can build exactly. The same seed and machine give the same tree. Host
 * windows are left out: they are the machine's own.
 */
public final class RandomTopology {

    /** Which way trees grow; a new one where a change makes other trees of the same seeds. */
    public static final String LABEL = "random-2";

    private static final int DEEPEST = 4;
    private static final int MOST_FUNCTIONS = 24;

    private final SplittableRandom random;
    private final MachineKind kind;
    private int functions;

    private RandomTopology(long seed, MachineKind kind) {
        this.random = new SplittableRandom(seed);
        this.kind = kind;
    }

    /** The topology of {@code seed} on {@code kind}. */
    public static Topology of(long seed, MachineKind kind) {
        RandomTopology generator = new RandomTopology(seed, kind);
        List<HostBridge> hosts = new ArrayList<>();
        for (int index = 0; index < kind.hostBridges(); index++) {
            hosts.add(new HostBridge(index, 0, 0xff, "", List.of(), Optional.empty(), false,
                    kind == MachineKind.POWERNV9 ? List.of(generator.fixedRootPort()) : generator.rootBus()));
        }
        return new Topology(kind.id() + " " + seed, Platform.of(kind.architecture(), Machine.X86, 4096), hosts, List.of());
    }

    private List<Function> rootBus() {
        List<Function> found = new ArrayList<>();
        for (int device : deviceNumbers(1 + random.nextInt(6), 1)) {
            if (random.nextInt(10) == 0) {
                found.add(transparentBridge(device));
            } else {
                found.addAll(kind.isExpress() && random.nextInt(4) > 0 ? List.of(rootPort(device))
                        : slot(device, kind.isExpress(), 1));
            }
        }
        return found;
    }

    private Function transparentBridge(int device) {
        count();
        List<Function> below = new ArrayList<>();
        for (int number : deviceNumbers(1 + random.nextInt(3), 1)) {
            below.addAll(slot(number, false, 2));
        }
        return Function.at(device, 0).bridge(Bridge.of(BridgeKind.PCI, below).withTransparent(true)).build();
    }

    /** The only port of a powernv host bridge, half of the time with nothing below. */
    private Function fixedRootPort() {
        List<Function> below = random.nextInt(2) == 0 ? List.of() : belowPort(1);
        return Function.at(0, 0).bridge(Bridge.of(BridgeKind.ROOT_PORT, below).withHotplug(true)).build();
    }

    private Function rootPort(int device) {
        boolean hotplug = random.nextInt(3) == 0;
        boolean bare = hotplug && random.nextInt(3) == 0;
        Function.Builder port = Function.at(device, 0);
        if (!bare) {
            port.bar(Bar.of(0, ResourceType.MEM32, 4096));
        }
        count();
        return port.bridge(Bridge.of(BridgeKind.ROOT_PORT, belowPort(2)).withHotplug(hotplug)).build();
    }

    /** What stands below a PCI Express port: nothing, a device of several functions, a switch or a bridge to PCI. */
    private List<Function> belowPort(int depth) {
        if (full() || random.nextInt(6) == 0) {
            return List.of();
        }
        int choice = depth >= DEEPEST ? 0 : random.nextInt(6);
        return switch (choice) {
            case 4 -> List.of(switchOf(depth));
            case 5 -> List.of(toConventional(BridgeKind.PCIE_TO_PCI, 0, depth));
            default -> slot(0, true, depth);
        };
    }

    private Function switchOf(int depth) {
        count();
        List<Function> ports = new ArrayList<>();
        for (int device : deviceNumbers(1 + random.nextInt(3), 0)) {
            count();
            Bridge port = Bridge.of(BridgeKind.DOWNSTREAM_PORT, belowPort(depth + 2)).withHotplug(true);
            ports.add(Function.at(device, 0).bridge(port).build());
        }
        return Function.at(0, 0).bridge(Bridge.of(BridgeKind.UPSTREAM_PORT, ports)).build();
    }

    private Function toConventional(BridgeKind bridge, int device, int depth) {
        count();
        List<Function> below = new ArrayList<>();
        for (int number : deviceNumbers(1 + random.nextInt(4), 1)) {
            below.addAll(slot(number, false, depth + 1));
        }
        return Function.at(device, 0).bar(Bar.of(0, ResourceType.MEM64, 256)).bridge(Bridge.of(bridge, below)).build();
    }

    /** One device number: mostly one function, sometimes several, on a conventional bus sometimes a bridge. */
    private List<Function> slot(int device, boolean express, int depth) {
        if (full()) {
            return List.of();
        }
        if (!express && depth < DEEPEST && random.nextInt(6) == 0) {
            return List.of(toConventional(BridgeKind.PCI, device, depth + 1));
        }
        List<Function> found = new ArrayList<>();
        found.add(endpoint(device, 0, express));
        if (random.nextInt(5) == 0) {
            for (int function : new TreeSet<>(List.of(1 + random.nextInt(7), 1 + random.nextInt(7)))) {
                found.add(endpoint(device, function, express));
            }
        }
        return found;
    }

    private Function endpoint(int device, int function, boolean express) {
        count();
        List<QemuDevice> devices = choice().stream().filter(one -> express || !one.expressOnly())
                // QEMU's SR-IOV devices stand alone below a port.
                .filter(one -> one.sriov().isEmpty() || device == 0 && function == 0).toList();
        Function chosen = devices.get(random.nextInt(devices.size())).at(device, function);
        return random.nextInt(6) > 0 ? chosen : chosen.toBuilder().rom(Rom.of(2048L << random.nextInt(9))).build();
    }

    /** Half of the time one of the devices whose size can be chosen, so that large and small BARs meet. */
    private List<QemuDevice> choice() {
        return random.nextBoolean() ? QemuDevices.ofOneShape() : QemuDevices.sized(1L << 10 + random.nextInt(largestExponent() - 9));
    }

    /** SeaBIOS gives up where BARs below 4G do not fit into the gap below it, large prefetchable windows among them. */
    private int largestExponent() {
        return kind.architecture().isX86() ? 26 : 30;
    }

    private TreeSet<Integer> deviceNumbers(int count, int first) {
        TreeSet<Integer> numbers = new TreeSet<>();
        while (numbers.size() < count) {
            int device = first + random.nextInt(0x1f - first);
            if (!kind.occupies(device)) {
                numbers.add(device);
            }
        }
        return numbers;
    }

    private void count() {
        functions++;
    }

    private boolean full() {
        return functions >= MOST_FUNCTIONS;
    }
}
