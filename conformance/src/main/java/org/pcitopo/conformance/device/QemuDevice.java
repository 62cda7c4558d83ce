package org.pcitopo.conformance.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Sriov;

/**
 * An endpoint that QEMU 7.2 emulates, with the BARs that its configuration space shows.
 *
 * @param model the name behind {@code -device}
 * @param options what follows the model's name, empty or starting with a comma
 * @param ids what it says of itself on a PCI Express bus
 * @param bars its BARs, ascending by index
 * @param msix its MSI-X capability
 * @param sriov its SR-IOV capability
 * @param expressOnly whether it must stand on a PCI Express bus
 * @param memory bytes of a memory backend that it needs, as {@code memdev}
 * @param backing what else it needs
 */
public record QemuDevice(String model, String options, DeviceIds ids, List<Bar> bars, Optional<MsixTable> msix,
        Optional<Sriov> sriov, boolean expressOnly, OptionalLong memory, Backing backing) {

    /** What a device needs beside itself. */
    public enum Backing {
        NOTHING,
        /** A serial number of its own. */
        SERIAL,
        /** A serial number and an NVMe subsystem of its own. */
        NVME_SUBSYSTEM
    }

    public QemuDevice {
        bars = List.copyOf(bars);
    }

    static QemuDevice of(String model, int vendor, int device, int classCode, Bar... bars) {
        return new QemuDevice(model, "", DeviceIds.of(vendor, device, classCode), List.of(bars), Optional.empty(),
                Optional.empty(), false, OptionalLong.empty(), Backing.NOTHING);
    }

    QemuDevice with(String newOptions) {
        return new QemuDevice(model, newOptions, ids, bars, msix, sriov, expressOnly, memory, backing);
    }

    QemuDevice with(MsixTable table) {
        return new QemuDevice(model, options, ids, bars, Optional.of(table), sriov, expressOnly, memory, backing);
    }

    QemuDevice with(Sriov capability) {
        return new QemuDevice(model, options, ids, bars, msix, Optional.of(capability), expressOnly, memory, backing);
    }

    QemuDevice with(Backing newBacking) {
        return new QemuDevice(model, options, ids, bars, msix, sriov, expressOnly, memory, newBacking);
    }

    QemuDevice onExpressOnly() {
        return new QemuDevice(model, options, ids, bars, msix, sriov, true, memory, backing);
    }

    QemuDevice withMemory(long bytes) {
        return new QemuDevice(model, options, ids, bars, msix, sriov, expressOnly, OptionalLong.of(bytes), backing);
    }

    /** This device as a function of a topology. */
    public Function at(int device, int function) {
        Function.Builder builder = Function.at(device, function).ids(ids).name(model);
        bars.forEach(builder::bar);
        msix.ifPresent(builder::msix);
        sriov.ifPresent(builder::sriov);
        return builder.build();
    }
}
