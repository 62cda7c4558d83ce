package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * Translates a topology into QEMU's arguments. Host windows are QEMU's own, except on {@code virt} where its hardware decodes
 * the wanted ones; bus numbers are QEMU's own too, and so is everything that firmware assigns: what is kept is the tree, the slots, and the BARs as far as QEMU has devices with such BARs.
 */
public final class QemuMachine {

    private static final int LARGEST_FUNCTION = 7;

    private final MachineKind kind;
    private final List<BuiltHost> hosts;
    private final List<String> arguments = new ArrayList<>();
    private final SortedMap<String, Long> roms = new TreeMap<>();
    private final List<Counterpart> counterparts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int ids;
    private int slots;

    private QemuMachine(MachineKind kind, List<BuiltHost> hosts) {
        this.kind = kind;
        this.hosts = hosts;
        hosts.forEach(host -> arguments.addAll(host.arguments()));
    }

    /** The machine of {@code kind} that is most like {@code topology}. */
    public static QemuPlan translate(Topology topology, MachineKind kind) {
        QemuMachine machine = new QemuMachine(kind, BuiltHost.of(topology, kind));
        for (int index = 0; index < topology.hostBridges().size(); index++) {
            machine.addHostBridge(topology.hostBridges().get(index), index);
        }
        return new QemuPlan(kind, machine.hosts, machine.arguments, machine.roms, machine.counterparts, machine.remarks,
                deviceTree(topology, kind));
    }

    private static List<DeviceTreeEdit> deviceTree(Topology topology, MachineKind kind) {
        boolean editable = kind == MachineKind.VIRT || kind == MachineKind.VIRT_NO_IOMMU;
        if (!editable || topology.hostBridges().isEmpty()) {
            return List.of();
        }
        HostBridge host = topology.hostBridges().get(0);
        HostBridge decoded = new HostBridge(host.domain(), host.firstBus(), host.lastBus(), host.name(), VirtWindows.of(host.windows()),
                host.ioda(), host.preserveConfig(), List.of());
        return DeviceTreeEdit.of(decoded, topology.platform().probeOnly());
    }

    /**
     * A bus to put functions on.
     *
     * @param name QEMU's name
     * @param express whether it is a PCI Express bus
     * @param root whether it is a root bus
     * @param single whether it has only device number 0
     * @param wanted the place of the bridge above it in the wanted topology
     * @param built the place of the bridge above it in QEMU's machine
     */
    private record Bus(String name, boolean express, boolean root, boolean single, Place wanted, Place built) {

        /** Only the first root bus has functions of the machine itself. */
        private boolean hasOwnFunctions() {
            return root && built.host() == 0;
        }
    }

    /**
     * A function to be built.
     *
     * @param function as wanted
     * @param wanted its place in the wanted topology
     * @param built its place in QEMU's machine
     * @param position the properties that put it there
     */
    private record Slot(Function function, Place wanted, Place built, String position) {
    }

    private void addHostBridge(HostBridge host, int index) {
        Place place = Place.hostBridge(index);
        if (index >= hosts.size()) {
            host.functions().forEach(function -> nothingFor(function, place));
            if (!host.functions().isEmpty()) {
                remark(Kind.LEFT_OUT, place, kind.id() + " has at most " + kind.mostHostBridges() + " host bridges");
            }
            return;
        }
        BuiltHost built = hosts.get(index);
        if (host.domain() != built.domain() || host.firstBus() != built.firstBus()) {
            remark(Kind.MOVED, place, String.format("its root bus is %04x:%02x in QEMU", built.domain(), built.firstBus()));
        }
        if (kind != MachineKind.POWERNV9) {
            addBus(host.functions(), new Bus(built.rootBus(), kind.isExpress(), true, false, place, place));
            return;
        }
        // The root port is there already; what can be chosen stands below it.
        for (Function function : host.functions()) {
            Place port = place.below(function.devfn());
            if (function.devfn() == 0 && function.bridge().filter(bridge -> bridge.kind() == BridgeKind.ROOT_PORT).isPresent()) {
                counterparts.add(new Counterpart(port, function, Optional.of(port), "pnv-phb4-root-port", Optional.empty(), true,
                        Map.of()));
                addBus(function.bridge().orElseThrow().functions(), new Bus(built.rootBus(), true, false, true, port, port));
            } else {
                leaveOut(function, place, "on powernv9 a root bus has one root port, 00.0, and nothing else");
            }
        }
    }

    private void addBus(List<Function> functions, Bus bus) {
        List<Function> ascending = new ArrayList<>();
        for (Function function : functions) {
            if (bus.hasOwnFunctions() && kind.isOwn(function)) {
                Place same = bus.built().below(function.devfn());
                counterparts.add(new Counterpart(bus.wanted().below(function.devfn()), function, Optional.of(same),
                        "the machine's own", Optional.of(function.ids()), false, Map.of()));
            } else {
                ascending.add(function);
            }
        }
        ascending.sort(Comparator.comparingInt(Function::devfn));
        SortedMap<Integer, Integer> numbers = DeviceNumbers.of(ascending.stream().map(Function::device).toList(),
                device -> bus.hasOwnFunctions() && kind.occupies(device));
        for (Function function : ascending) {
            obstacle(function, ascending, bus, numbers).ifPresentOrElse(why -> leaveOut(function, bus.wanted(), why),
                    () -> addFunction(function, ascending, bus, numbers.get(function.device())));
        }
    }

    /** Why nothing can stand for {@code function}, as far as its place says. */
    private Optional<String> obstacle(Function function, List<Function> all, Bus bus, SortedMap<Integer, Integer> numbers) {
        boolean hasOthers = all.stream().anyMatch(other -> other.device() == function.device() && other.function() > 0);
        if (bus.single() && function.device() != 0) {
            return Optional.of("below a PCI Express port there is only device 00");
        }
        if (all.stream().noneMatch(other -> other.device() == function.device() && other.function() == 0)) {
            return Optional.of("no function 0 stands beside it, so nobody looks for it");
        }
        if (!numbers.containsKey(function.device())) {
            return Optional.of("no device number is left on this bus: " + kind.id() + " needs some itself");
        }
        if (function.bridge().isEmpty() && function.bars().isEmpty() && function.rom().isEmpty() && function.sriov().isEmpty()
                && !(function.function() == 0 && hasOthers)) {
            return Optional.of("it has no BAR, and QEMU has no such device");
        }
        return Optional.empty();
    }

    private void addFunction(Function function, List<Function> all, Bus bus, int device) {
        int devfn = device << 3 | function.function();
        boolean first = function.function() == 0 && all.stream().anyMatch(other -> other.device() == function.device()
                && other.function() > 0 && other.function() <= LARGEST_FUNCTION);
        String position = ",bus=" + bus.name() + ",addr=" + Place.text(devfn) + (first ? ",multifunction=on" : "");
        Slot slot = new Slot(function, bus.wanted().below(function.devfn()), bus.built().below(devfn), position);
        if (device != function.device()) {
            remark(Kind.MOVED, slot.wanted(), String.format("stands at %s, because %s has a function of its own in device %02x",
                    Place.text(devfn), kind.id(), function.device()));
        }
        if (function.bridge().isPresent()) {
            addBridge(slot, bus);
        } else {
            addEndpoint(slot, bus);
        }
    }

    private void addBridge(Slot slot, Bus bus) {
        Function function = slot.function();
        Optional<BridgeModel> found = BridgeModel.of(function);
        BridgeKind wanted = function.bridge().orElseThrow().kind();
        if (found.isEmpty()) {
            leaveOut(function, bus.wanted(), "QEMU has no " + wanted.label() + " bridge");
            return;
        }
        if (wanted == BridgeKind.ROOT_PORT && !(bus.root() && bus.express())) {
            leaveOut(function, bus.wanted(), "a root port stands only on the root bus of a machine with PCI Express");
            return;
        }
        boolean conventional = wanted == BridgeKind.PCI;
        if (!conventional && !bus.express()) {
            leaveOut(function, bus.wanted(), "a " + wanted.label() + " cannot stand on a conventional bus");
            return;
        }
        BridgeModel model = found.get();
        String id = "bridge" + ++ids;
        String numbers = switch (model.numbering()) {
            case NONE -> "";
            case CHASSIS_AND_SLOT -> ",chassis=" + ++slots + ",slot=" + slots;
            case CHASSIS_NUMBER -> ",chassis_nr=" + (100 + ++slots);
        };
        device(model.model() + ",id=" + id + model.options() + numbers + slot.position());
        counterparts.add(new Counterpart(slot.wanted(), function, Optional.of(slot.built()), model.model(), Optional.empty(),
                model.hotplug(), model.pairs(function)));
        model.differencesFrom(function).forEach(difference -> remark(Kind.REPLACED, slot.wanted(), difference));
        addBus(function.bridge().orElseThrow().functions(),
                new Bus(id, model.expressBelow(), false, model.singleDeviceBelow(), slot.wanted(), slot.built()));
    }

    private void addEndpoint(Slot slot, Bus bus) {
        StandIn standIn = StandIn.of(slot.function(), bus.express());
        QemuDevice device = standIn.device();
        String id = String.valueOf(++ids);
        StringBuilder argument = new StringBuilder(device.model()).append(device.options());
        if (device.memory().isPresent()) {
            arguments.add("-object");
            // Nobody touches it: it costs address space alone.
            arguments.add("memory-backend-ram,id=memory" + id + ",reserve=off,size=" + device.memory().getAsLong());
            argument.append(device.model().equals("nvme") ? ",pmrdev=memory" : ",memdev=memory").append(id);
        }
        if (device.backing() == Backing.NVME_SUBSYSTEM) {
            device("nvme-subsys,id=subsystem" + id);
            argument.append(",subsys=subsystem").append(id);
        }
        if (device.backing() != Backing.NOTHING) {
            argument.append(",serial=serial").append(id);
        }
        device(argument.append(",romfile=").append(rom(slot.function().rom())).append(slot.position()).toString());
        counterparts.add(new Counterpart(slot.wanted(), slot.function(), Optional.of(slot.built()), device.model(), Optional.of(device.ids()),
                false, standIn.bars()));
        standIn.differences().forEach(difference -> remark(Kind.REPLACED, slot.wanted(), device.model() + " has " + difference));
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

    private void remark(Kind kind, Place where, String text) {
        remarks.add(new Remark(kind, where, text));
    }

    private void leaveOut(Function function, Place above, String why) {
        nothingFor(function, above);
        remark(Kind.LEFT_OUT, above.below(function.devfn()), why);
    }

    private void nothingFor(Function function, Place above) {
        Place place = above.below(function.devfn());
        counterparts.add(Counterpart.none(place, function));
        function.bridge().ifPresent(bridge -> bridge.functions().forEach(below -> nothingFor(below, place)));
    }
}
