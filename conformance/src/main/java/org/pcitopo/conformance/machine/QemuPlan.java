package org.pcitopo.conformance.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine, ready to be started.
 *
 * @param kind which machine
 * @param hosts the host bridges that stand for the first of the wanted ones, in their order
 * @param deviceArguments the arguments that add the PCI functions
 * @param roms the expansion ROMs' files by name, with their sizes in bytes; they stand in QEMU's working folder
 * @param counterparts what became of each function, in the order of the wanted topology, those above before those below
 * @param remarks where it is not what was asked for
 * @param deviceTree what the device tree says otherwise than QEMU's own
 */
public record QemuPlan(MachineKind kind, List<BuiltHost> hosts, List<String> deviceArguments, SortedMap<String, Long> roms,
        List<Counterpart> counterparts, List<Remark> remarks, List<DeviceTreeEdit> deviceTree) {

    public QemuPlan {
        hosts = List.copyOf(hosts);
        deviceArguments = List.copyOf(deviceArguments);
        roms = Collections.unmodifiableSortedMap(new TreeMap<>(roms));
        counterparts = List.copyOf(counterparts);
        remarks = List.copyOf(remarks);
        deviceTree = List.copyOf(deviceTree);
    }

    /** Whether QEMU builds exactly what was asked for. */
    public boolean isExact() {
        return remarks.isEmpty();
    }

    /** Program and arguments, without kernel, initramfs and console. */
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(kind.program());
        command.addAll(kind.arguments());
        command.addAll(deviceArguments);
        return command;
    }
}
