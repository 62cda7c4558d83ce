package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.conformance.device.QemuDevice;
import org.pcitopo.conformance.device.QemuDevice.Backing;
import org.pcitopo.conformance.device.StandIn;
import org.pcitopo.conformance.machine.Remark.Kind;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * Translates a topology into QEMU's arguments. Host windows are QEMU's own, and so are bus numbers and everything that
 * firmware assigns: what is kept is the tree, the slots, and the BARs as far as QEMU has devices with such BARs.
 */
public final class QemuMachine {

    private static final int LARGEST_FUNCTION = 7;

    private final MachineKind kind;
    private final List<String> arguments = new ArrayList<>();
    private final SortedMap<String, Long> roms = new TreeMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int ids;
    private int slots;

    private QemuMachine(MachineKind kind) {
        this.kind = kind;
    }

    /** The machine of {@code kind} that is most like {@code topology}. */
    public static QemuPlan translate(Topology topology, MachineKind kind) {
        QemuMachine machine = new QemuMachine(kind);
        for (int index = 0; index < topology.hostBridges().size(); index++) {
            machine.addHostBridge(topology.hostBridges().get(index), index);
        }
        return new QemuPlan(kind, machine.arguments, machine.roms, machine.remarks);
    }

    /**
     * A bus to put functions on.
     *
     * @param name QEMU's name
     * @param express whether it is a PCI Express bus
     * @param root whether it is a root bus
     * @param single whether it has only device number 0
     */
    private record Bus(String name, boolean express, boolean root, boolean single) {
    }

    private void addHostBridge(HostBridge host, int index) {
        if (index >= kind.hostBridges()) {
            if (!host.functions().isEmpty()) {
                leaveOut(host.id(), kind.id() + " has only " + kind.hostBridges() + " host bridges");
            }
            return;
        }
        if (kind != MachineKind.POWERNV9) {
            addBus(host.functions(), new Bus(kind.rootBus(index), kind.isExpress(), true, false), "");
            return;
        }
        // The root port is there already; what can be chosen stands below it.
        for (Function function : host.functions()) {
            if (function.devfn() == 0 && function.bridge().filter(bridge -> bridge.kind() == BridgeKind.ROOT_PORT).isPresent()) {
                addBus(function.bridge().orElseThrow().functions(), new Bus(kind.rootBus(index), true, false, true), "00.0/");
            } else {
                leaveOut(place(function), "on powernv9 a root bus has one root port, 00.0, and nothing else");
            }
        }
    }

    private void addBus(List<Function> functions, Bus bus, String path) {
        List<Function> ascending = new ArrayList<>(functions);
        ascending.sort(Comparator.comparingInt(Function::devfn));
        for (Function function : ascending) {
            if (bus.root() && kind.occupies(function.device())) {
                continue;
            }
            String where = path + place(function);
            if (bus.single() && function.device() != 0) {
                leaveOut(where, "below a PCI Express port there is only device 00");
                continue;
            }
            if (ascending.stream().noneMatch(other -> other.device() == function.device() && other.function() == 0)) {
                leaveOut(where, "no function 0 stands beside it, so nobody looks for it");
                continue;
            }
            boolean first = function.function() == 0 && ascending.stream().anyMatch(other -> other.device() == function.device()
                    && other.function() > 0 && other.function() <= LARGEST_FUNCTION);
            String position = ",bus=" + bus.name() + ",addr=" + place(function) + (first ? ",multifunction=on" : "");
            if (function.bridge().isPresent()) {
                addBridge(function, bus, position, where);
            } else {
                addEndpoint(function, bus, position, where);
            }
        }
    }

    private void addBridge(Function function, Bus bus, String position, String where) {
        Optional<BridgeModel> found = BridgeModel.of(function);
        BridgeKind wanted = function.bridge().orElseThrow().kind();
        if (found.isEmpty()) {
            leaveOut(where, "QEMU has no " + wanted.label() + " bridge");
            return;
        }
        if (wanted == BridgeKind.ROOT_PORT && !(bus.root() && bus.express())) {
            leaveOut(where, "a root port stands only on the root bus of a machine with PCI Express");
            return;
        }
        boolean conventional = wanted == BridgeKind.PCI;
        if (!conventional && !bus.express()) {
            leaveOut(where, "a " + wanted.label() + " cannot stand on a conventional bus");
            return;
        }
        BridgeModel model = found.get();
        String id = "bridge" + ++ids;
        String numbers = switch (model.numbering()) {
            case NONE -> "";
            case CHASSIS_AND_SLOT -> ",chassis=" + ++slots + ",slot=" + slots;
            case CHASSIS_NUMBER -> ",chassis_nr=" + (100 + ++slots);
        };
        device(model.model() + ",id=" + id + model.options() + numbers + position);
        model.differencesFrom(function).forEach(difference -> replaced(where, difference));
        addBus(function.bridge().orElseThrow().functions(),
                new Bus(id, model.expressBelow(), false, model.singleDeviceBelow()), where + "/");
    }

    private void addEndpoint(Function function, Bus bus, String position, String where) {
        StandIn standIn = StandIn.of(function, bus.express());
        QemuDevice device = standIn.device();
        String id = String.valueOf(++ids);
        StringBuilder argument = new StringBuilder(device.model()).append(device.options());
        if (device.memory().isPresent()) {
            arguments.add("-object");
            arguments.add("memory-backend-ram,id=memory" + id + ",size=" + device.memory().getAsLong());
            argument.append(",memdev=memory").append(id);
        }
        if (device.backing() == Backing.NVME_SUBSYSTEM) {
            device("nvme-subsys,id=subsystem" + id);
            argument.append(",subsys=subsystem").append(id);
        }
        if (device.backing() != Backing.NOTHING) {
            argument.append(",serial=serial").append(id);
        }
        device(argument.append(",romfile=").append(rom(function.rom())).append(position).toString());
        standIn.differences().forEach(difference -> replaced(where, device.model() + " has " + difference));
    }

    /** The name of an empty ROM file of the wanted size; QEMU takes an empty name for no ROM. */
    private String rom(Optional<Rom> wanted) {
        if (wanted.isEmpty() || wanted.get().shadow()) {
            return "";
        }
        long size = wanted.get().size();
        String name = Unsigned.less(size, 1 << 20) ? "rom" + (size >>> 10) + "k.bin" : "rom" + (size >>> 20) + "m.bin";
        roms.put(name, size);
        return name;
    }

    private void device(String argument) {
        arguments.add("-device");
        arguments.add(argument);
    }

    private void replaced(String where, String text) {
        remarks.add(new Remark(Kind.REPLACED, where, text));
    }

    private void leaveOut(String where, String text) {
        remarks.add(new Remark(Kind.LEFT_OUT, where, text));
    }

    private static String place(Function function) {
        return String.format("%02x.%x", function.device(), function.function());
    }
}
