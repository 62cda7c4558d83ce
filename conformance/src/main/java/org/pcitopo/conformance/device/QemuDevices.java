package org.pcitopo.conformance.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pcitopo.conformance.device.QemuDevice.Backing;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Sriov;

/**
 * The endpoints of QEMU 7.2 with BARs worth having: those of one shape, and those whose BARs can be made as large as one
 * likes. Read from the configuration space of booted machines.
 */
public final class QemuDevices {

    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final int VF_COUNT = 4;
    private static final int MOST_VFS = 127;
    private static final List<QemuDevice> FIXED = fixed();

    private QemuDevices() {
    }

    /** The devices of one shape. */
    public static List<QemuDevice> ofOneShape() {
        return FIXED;
    }

    /** All devices of which one might stand in for {@code wanted}. */
    static List<QemuDevice> candidates(Function wanted) {
        List<QemuDevice> devices = new ArrayList<>(FIXED);
        wanted.bars().stream().filter(bar -> bar.type().isMemory()).map(Bar::size).distinct().sorted()
                .forEach(size -> devices.addAll(sized(size)));
        devices.addAll(nvmeOfSeveralBars(wanted));
        wanted.sriov().map(capability -> Math.min(capability.totalVfs(), MOST_VFS))
                .ifPresent(count -> devices.add(nvmeWithVirtualFunctions(count)));
        return devices;
    }

    /** The devices that have a BAR of exactly {@code size} bytes by configuration. */
    public static List<QemuDevice> sized(long size) {
        List<QemuDevice> devices = new ArrayList<>();
        if (size >= 512 && size <= 4 * GIB) {
            devices.add(testDevice(size));
        }
        if (size >= 4 * KIB && size <= GIB) {
            devices.add(sharedMemory(size));
        }
        if (size >= 32 * KIB && size <= 512 * KIB) {
            devices.add(nvmeWithQueues(size));
        }
        if (size >= MIB && size <= GIB) {
            devices.add(nvmeWithBuffer(size));
        }
        if (size >= MIB && size <= 256 * MIB) {
            devices.add(display(size));
        }
        return devices;
    }

    /** {@code pci-testdev} with a 64-bit prefetchable BAR 2 of {@code size} bytes, which costs no memory. */
    public static QemuDevice testDevice(long size) {
        return QemuDevice.of("pci-testdev", 0x1b36, 0x0005, 0x00ff00, mem(0, 4 * KIB), io(1, 256), wide(2, true, size))
                .with(",membar=" + size);
    }

    /** An NVMe controller with SR-IOV and {@code count} VFs of 16 KiB, 1 to 127. */
    public static QemuDevice nvmeWithVirtualFunctions(int count) {
        Bar vfBar = wide(0, false, 16 * KIB);
        return nvme().with(new MsixTable(count + 2, 0, 0x2000, 0, 0x3000)).with(Backing.NVME_SUBSYSTEM)
                .with(",sriov_max_vfs=" + count + ",sriov_vq_flexible=" + 2 * count + ",sriov_vi_flexible=" + count
                        + ",max_ioqpairs=" + (2 * count + 2) + ",msix_qsize=" + (count + 2))
                .with(new Sriov(count, 1, 1, 0x0010, new TreeSet<>(), List.of(vfBar)));
    }

    private static QemuDevice sharedMemory(long size) {
        return QemuDevice.of("ivshmem-plain", 0x1af4, 0x1110, 0x050000, mem(0, 256), wide(2, true, size)).withMemory(size);
    }

    private static QemuDevice nvme() {
        return QemuDevice.of("nvme", 0x1b36, 0x0010, 0x010802, wide(0, false, 16 * KIB))
                .with(new MsixTable(65, 0, 0x2000, 0, 0x3000)).with(Backing.SERIAL).onExpressOnly();
    }

    private static QemuDevice nvmeWithBuffer(long size) {
        return withBuffer(nvme(), size);
    }

    /** A controller memory buffer: BAR 2, whole megabytes. */
    private static QemuDevice withBuffer(QemuDevice plain, long size) {
        List<Bar> bars = new ArrayList<>(plain.bars());
        bars.add(wide(2, true, size));
        return new QemuDevice(plain.model(), plain.options() + ",cmb_size_mb=" + size / MIB, plain.ids(), bars, plain.msix(),
                plain.sriov(), true, plain.memory(), plain.backing());
    }

    /** A persistent memory region: BAR 4. */
    private static QemuDevice withPersistentMemory(QemuDevice plain, long size) {
        List<Bar> bars = new ArrayList<>(plain.bars());
        bars.add(wide(4, true, size));
        return new QemuDevice(plain.model(), plain.options(), plain.ids(), bars, plain.msix(), plain.sriov(), true,
                OptionalLong.of(size), plain.backing());
    }

    /** NVMe controllers whose registers, buffer and persistent memory have sizes that {@code wanted} has. */
    private static List<QemuDevice> nvmeOfSeveralBars(Function wanted) {
        List<QemuDevice> registers = new ArrayList<>(List.of(nvme()));
        sizes(wanted, false).filter(size -> size >= 32 * KIB && size <= 512 * KIB).forEach(size -> registers.add(nvmeWithQueues(size)));
        List<QemuDevice> devices = new ArrayList<>();
        for (QemuDevice one : registers) {
            sizes(wanted, true).filter(size -> size >= 4 * KIB && size <= 4 * GIB).forEach(persistent -> {
                QemuDevice second = withPersistentMemory(one, persistent);
                devices.add(second);
                sizes(wanted, true).filter(size -> size >= MIB && size <= 4 * GIB).forEach(buffer -> devices.add(withBuffer(second, buffer)));
            });
            sizes(wanted, true).filter(size -> size >= MIB && size <= 4 * GIB).forEach(buffer -> devices.add(withBuffer(one, buffer)));
        }
        return devices;
    }

    private static Stream<Long> sizes(Function wanted, boolean prefetchable) {
        return wanted.bars().stream().filter(bar -> bar.type().isMemory() && bar.type().prefetchable() == prefetchable)
                .map(Bar::size).distinct().sorted();
    }

    /** BAR 0 holds registers, doorbells (8 bytes a queue pair), and the MSI-X table, and is rounded up to a power of two. */
    private static QemuDevice nvmeWithQueues(long size) {
        long registers = 4 * KIB;
        long pairs = (size / 2 + KIB - registers) / 8;
        QemuDevice plain = nvme();
        long table = (registers + 8 * (pairs + 1) + 4 * KIB - 1) & -(4 * KIB);
        return new QemuDevice(plain.model(), ",max_ioqpairs=" + pairs + ",msix_qsize=65", plain.ids(),
                List.of(wide(0, false, size)), Optional.of(new MsixTable(65, 0, table, 0, table + 4 * KIB)),
                plain.sriov(), true, plain.memory(), plain.backing());
    }

    private static QemuDevice display(long size) {
        return QemuDevice.of("secondary-vga", 0x1234, 0x1111, 0x038000,
                Bar.of(0, ResourceType.MEM32_PREF, size), mem(2, 4 * KIB)).with(",vgamem_mb=" + size / MIB);
    }

    private static List<QemuDevice> fixed() {
        List<QemuDevice> all = new ArrayList<>();
        all.add(QemuDevice.of("sdhci-pci", 0x1b36, 0x0007, 0x080501, mem(0, 256)));
        all.add(QemuDevice.of("pvpanic-pci", 0x1b36, 0x0011, 0x088000, mem(0, 16)));
        all.add(QemuDevice.of("i6300esb", 0x8086, 0x25ab, 0x088000, mem(0, 16)));
        all.add(QemuDevice.of("pci-ohci", 0x106b, 0x003f, 0x0c0310, mem(0, 256)));
        all.add(QemuDevice.of("usb-ehci", 0x8086, 0x24cd, 0x0c0320, mem(0, 4 * KIB)));
        all.add(QemuDevice.of("intel-hda", 0x8086, 0x2668, 0x040300, mem(0, 16 * KIB)));
        all.add(QemuDevice.of("edu", 0x1234, 0x11e8, 0x00ff00, mem(0, MIB)));
        all.add(QemuDevice.of("pci-testdev", 0x1b36, 0x0005, 0x00ff00, mem(0, 4 * KIB), io(1, 256)));
        all.add(QemuDevice.of("e1000", 0x8086, 0x100e, 0x020000, mem(0, 128 * KIB), io(1, 64)));
        all.add(QemuDevice.of("rtl8139", 0x10ec, 0x8139, 0x020000, io(0, 256), mem(1, 256)));
        all.add(QemuDevice.of("pcnet", 0x1022, 0x2000, 0x020000, io(0, 32), mem(1, 32)));
        all.add(QemuDevice.of("tulip", 0x1011, 0x0019, 0x020000, io(0, 128), mem(1, 128)));
        all.add(QemuDevice.of("ne2k_pci", 0x10ec, 0x8029, 0x020000, io(0, 256)));
        all.add(QemuDevice.of("i82557c", 0x8086, 0x1229, 0x020000, Bar.of(0, ResourceType.MEM32_PREF, 4 * KIB), io(1, 64),
                mem(2, 128 * KIB)));
        all.add(QemuDevice.of("lsi53c895a", 0x1000, 0x0012, 0x010000, io(0, 256), mem(1, KIB), mem(2, 8 * KIB)));
        all.add(QemuDevice.of("mptsas1068", 0x1000, 0x0054, 0x010000, io(0, 256), mem(1, 16 * KIB), mem(2, 64 * KIB)));
        all.add(QemuDevice.of("tpci200", 0x1498, 0x30c8, 0x068000, mem(0, 128), io(1, 128), mem(2, 256), mem(3, KIB),
                mem(4, 32 * MIB), mem(5, 16 * MIB)));
        all.add(QemuDevice.of("ich9-ahci", 0x8086, 0x2922, 0x010601, io(4, 32), mem(5, 4 * KIB)));
        all.add(QemuDevice.of("ES1370", 0x1274, 0x5000, 0x040100, io(0, 256)));
        all.add(QemuDevice.of("AC97", 0x8086, 0x2415, 0x040100, io(0, KIB), io(1, 256)));
        all.add(QemuDevice.of("vmxnet3", 0x15ad, 0x07b0, 0x020000, mem(0, 4 * KIB), mem(1, 4 * KIB), mem(2, 8 * KIB))
                .with(new MsixTable(25, 2, 0, 2, 0x1000)));
        all.add(QemuDevice.of("e1000e", 0x8086, 0x10d3, 0x020000, mem(0, 128 * KIB), mem(1, 128 * KIB), io(2, 32),
                mem(3, 16 * KIB)).with(new MsixTable(5, 3, 0, 3, 0x2000)).onExpressOnly());
        all.add(QemuDevice.of("qemu-xhci", 0x1b36, 0x000d, 0x0c0330, wide(0, false, 16 * KIB))
                .with(new MsixTable(16, 0, 0x3000, 0, 0x3800)));
        all.add(QemuDevice.of("megasas-gen2", 0x1000, 0x0079, 0x010400, io(0, 256), wide(1, false, 16 * KIB),
                wide(3, false, 256 * KIB)).with(new MsixTable(15, 1, 0x2000, 1, 0x3800)));
        all.add(QemuDevice.of("virtio-tablet-pci", 0x1af4, 0x1052, 0x098000, mem(1, 4 * KIB), wide(4, true, 16 * KIB))
                .with(",disable-legacy=on").with(new MsixTable(2, 1, 0, 1, 0x800)));
        all.add(nvme());
        all.add(nvmeWithVirtualFunctions(VF_COUNT));
        return List.copyOf(all);
    }

    private static Bar mem(int index, long size) {
        return Bar.of(index, ResourceType.MEM32, size);
    }

    private static Bar io(int index, long size) {
        return Bar.of(index, ResourceType.IO, size);
    }

    private static Bar wide(int index, boolean prefetchable, long size) {
        return Bar.of(index, ResourceType.memory(true, prefetchable), size);
    }
}
