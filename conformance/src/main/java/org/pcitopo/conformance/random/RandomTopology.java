package org.pcitopo.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.pcitopo.conformance.device.QemuDevice;
import org.pcitopo.conformance.device.QemuDevices;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Topology;

/**
 * A random tree of bridges and endpoints that QEMU can build exactly. The same seed and machine give the same tree. Where
 * the host bridge has no windows they are the machine's own; on {@code virt} the device tree can give it others.
 */
public final class RandomTopology {

    /** Which way trees grow; a new one where a change makes other trees of the same seeds. */
    public static final String LABEL = "random-3";

    private static final int CLASS_PCI_BRIDGE = 0x060400;

    private final SplittableRandom random;
    private final MachineKind kind;
    private final Shape shape;
    private int functions;

    private RandomTopology(long seed, MachineKind kind) {
        this.random = new SplittableRandom(seed);
        this.kind = kind;
        this.shape = Shape.of(random);
    }

    /** The topology of {@code seed} on {@code kind}. */
    public static Topology of(long seed, MachineKind kind) {
        RandomTopology generator = new RandomTopology(seed, kind);
        List<HostBridge> hosts = new ArrayList<>();
        for (int index = 0; index < kind.hostBridges(); index++) {
            hosts.add(generator.hostBridge(index));
        }
        Platform platform = Platform.of(kind.architecture(), Machine.X86, 4096);
        return new Topology(kind.id() + " " + seed + " " + generator.shape.name().toLowerCase(Locale.ROOT).replace('_', '-'), platform,
                hosts, List.of());
    }

    private HostBridge hostBridge(int index) {
        boolean own = hasDeviceTree() && random.nextInt(5) < 2;
        List<HostWindow> windows = own ? RandomWindows.of(random) : List.of();
        int lastBus = hasDeviceTree() && random.nextInt(12) == 0 ? 2 + random.nextInt(14) : 0xff;
        return new HostBridge(index, 0, lastBus, "", windows, Optional.empty(), false,
                kind == MachineKind.POWERNV9 ? List.of(fixedRootPort()) : rootBus());
    }

    private boolean hasDeviceTree() {
        return kind == MachineKind.VIRT || kind == MachineKind.VIRT_NO_IOMMU;
    }

    private List<Function> rootBus() {
        List<Function> found = new ArrayList<>();
        for (int device : deviceNumbers(1 + random.nextInt(6), 1)) {
            if (random.nextInt(10) == 0 && !kind.id().startsWith("pseries")) {
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
        return bridgeAt(device).bridge(Bridge.of(BridgeKind.PCI, below).withTransparent(true)).build();
    }

    /** The only port of a powernv host bridge, half of the time with nothing below. */
    private Function fixedRootPort() {
        List<Function> below = random.nextInt(2) == 0 ? List.of() : belowPort(1);
        return bridgeAt(0).bridge(Bridge.of(BridgeKind.ROOT_PORT, below).withHotplug(true)).build();
    }

    private Function rootPort(int device) {
        boolean hotplug = random.nextInt(shape == Shape.NESTED ? 2 : 3) == 0;
        boolean bare = hotplug && random.nextInt(3) == 0;
        Function.Builder port = bridgeAt(device);
        if (!bare) {
            port.bar(Bar.of(0, ResourceType.MEM32, 4096));
        }
        count();
        return port.bridge(Bridge.of(BridgeKind.ROOT_PORT, belowPort(2)).withHotplug(hotplug)).build();
    }

    /** A function without a class is no bridge to the kernel. */
    private static Function.Builder bridgeAt(int device) {
        return Function.at(device, 0).ids(DeviceIds.of(0, 0, CLASS_PCI_BRIDGE));
    }

    /** What stands below a PCI Express port: nothing, a device of several functions, a switch or a bridge to PCI. */
    private List<Function> belowPort(int depth) {
        if (full() || random.nextInt(6) == 0) {
            return List.of();
        }
        int choice = depth >= shape.deepest() ? 0 : random.nextInt(5 + shape.switchWeight());
        return switch (choice) {
            case 0, 1, 2, 3 -> slot(0, true, depth);
            case 4 -> List.of(toConventional(BridgeKind.PCIE_TO_PCI, 0, depth));
            default -> List.of(switchOf(depth));
        };
    }

    private Function switchOf(int depth) {
        count();
        List<Function> ports = new ArrayList<>();
        for (int device : deviceNumbers(1 + random.nextInt(3), 0)) {
            count();
            Bridge port = Bridge.of(BridgeKind.DOWNSTREAM_PORT, belowPort(depth + 2)).withHotplug(true);
            ports.add(bridgeAt(device).bridge(port).build());
        }
        return bridgeAt(0).bridge(Bridge.of(BridgeKind.UPSTREAM_PORT, ports)).build();
    }

    private Function toConventional(BridgeKind bridge, int device, int depth) {
        count();
        List<Function> below = new ArrayList<>();
        for (int number : deviceNumbers(1 + random.nextInt(4), 1)) {
            below.addAll(slot(number, false, depth + 1));
        }
        return bridgeAt(device).bar(Bar.of(0, ResourceType.MEM64, 256)).bridge(Bridge.of(bridge, below)).build();
    }

    /** One device number: mostly one function, sometimes several, on a conventional bus sometimes a bridge. */
    private List<Function> slot(int device, boolean express, int depth) {
        if (full()) {
            return List.of();
        }
        if (!express && depth < shape.deepest() && random.nextInt(6) == 0) {
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
        List<QemuDevice> devices = fitting(shape.devices(random, largestExponent()), device, function, express);
        if (devices.isEmpty()) {
            devices = fitting(QemuDevices.ofOneShape(), device, function, express);
        }
        Function chosen = devices.get(random.nextInt(devices.size())).at(device, function);
        return shape.hasRom(random) ? chosen.toBuilder().rom(Rom.of(2048L << random.nextInt(9))).build() : chosen;
    }

    private static List<QemuDevice> fitting(List<QemuDevice> devices, int device, int function, boolean express) {
        return devices.stream().filter(one -> express || !one.expressOnly())
                // QEMU's SR-IOV devices stand alone below a port.
                .filter(one -> one.sriov().isEmpty() || device == 0 && function == 0).toList();
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
        return functions >= shape.mostFunctions();
    }
}
