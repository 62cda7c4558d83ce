package org.pcitopo.conformance.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;

/** The machines of QEMU on which recordings are made. Everything is emulated in software: no host feature matters. */
public enum MachineKind {
    /** x86 with PCI Express and an emulated VT-d; SeaBIOS assigns, the kernel claims. */
    Q35("q35", Architecture.X86_64, "qemu-system-x86_64", "q35", "SeaBIOS", "pcie.0", true, 180,
            List.of("-nodefaults", "-M", "q35,smbus=off,accel=tcg", "-cpu", "qemu64", "-device", "intel-iommu", "-m", "512"),
            "console=ttyS0 panic=1 loglevel=4 log_buf_len=1M intel_iommu=on no_timer_check"),
    /** x86 with a conventional PCI bus, without IOMMU. */
    PC("pc", Architecture.X86_64, "qemu-system-x86_64", "pc", "SeaBIOS", "pci.0", false, 180,
            List.of("-nodefaults", "-M", "pc,accel=tcg", "-cpu", "qemu64", "-m", "512"),
            "console=ttyS0 panic=1 loglevel=4 log_buf_len=1M no_timer_check"),
    /** arm64 with a device tree and an SMMU; the kernel assigns everything. */
    VIRT("virt", Architecture.AARCH64, "qemu-system-aarch64", "virt", "none (device tree, direct kernel boot)", "pcie.0", true,
            180, List.of("-nodefaults", "-M", "virt,gic-version=3,iommu=smmuv3", "-cpu", "cortex-a76", "-m", "1G"),
            "console=ttyAMA0 panic=1 loglevel=4 log_buf_len=1M"),
    /** As {@link #VIRT} without IOMMU: vfio answers only where the kernel was built with {@code VFIO_NOIOMMU}. */
    VIRT_NO_IOMMU("virt-no-iommu", Architecture.AARCH64, "qemu-system-aarch64", "virt",
            "none (device tree, direct kernel boot)", "pcie.0", true, 180,
            List.of("-nodefaults", "-M", "virt,gic-version=3", "-cpu", "cortex-a76", "-m", "1G"),
            "console=ttyAMA0 panic=1 loglevel=4 log_buf_len=1M"),
    /** arm64 with EDK2, which describes the machine by ACPI. EDK2 assigns, and the kernel assigns everything anew. */
    VIRT_EDK2("virt-edk2", Architecture.AARCH64, "qemu-system-aarch64", "virt", "EDK2 (ACPI)", "pcie.0", true, 240,
            List.of("-nodefaults", "-M", "virt,gic-version=3,iommu=smmuv3", "-cpu", "cortex-a76", "-m", "1G", "-bios",
                    MachineKind.EDK2),
            "console=ttyAMA0 panic=1 loglevel=4 log_buf_len=1M"),
    /** Bare-metal POWER9 with six IODA host bridges of one root port each. */
    POWERNV9("powernv9", Architecture.PPC64LE, "qemu-system-ppc64", "powernv9", "skiboot", "pcie.0", true, 420,
            List.of("-M", "powernv9", "-m", "2G", "-nic", "none", "-vga", "none"), "console=hvc0 panic=1 loglevel=4 log_buf_len=1M"),
    /** POWER under a hypervisor; the firmware SLOF assigns everything. */
    PSERIES("pseries", Architecture.PPC64LE, "qemu-system-ppc64", "pseries", "SLOF", "pci.0", false, 300,
            List.of("-nodefaults", "-M", "pseries", "-m", "1G", "-nic", "none", "-vga", "none"),
            "console=hvc0 panic=1 loglevel=4 log_buf_len=1M"),
    /** As {@link #PSERIES}, with QEMU's own small firmware, which leaves everything to the kernel. */
    PSERIES_VOF("pseries-vof", Architecture.PPC64LE, "qemu-system-ppc64", "pseries", "VOF", "pci.0", false, 300,
            List.of("-nodefaults", "-M", "pseries,x-vof=on", "-m", "1G", "-nic", "none", "-vga", "none"),
            "console=hvc0 panic=1 loglevel=4 log_buf_len=1M");

    private static final String EDK2 = "/usr/share/qemu-efi-aarch64/QEMU_EFI.fd";
    private static final int CLASS_ISA_BRIDGE = 0x0601;
    private static final int MOST_EXPANDERS = 8;
    private static final int MOST_HOSTS_OF_PSERIES = 6;

    private final String id;
    private final Architecture architecture;
    private final String program;
    private final String machine;
    private final String firmware;
    private final String rootBus;
    private final boolean express;
    private final int patienceSeconds;
    private final List<String> arguments;
    private final String kernelParameters;

    MachineKind(String id, Architecture architecture, String program, String machine, String firmware, String rootBus,
            boolean express, int patienceSeconds, List<String> arguments, String kernelParameters) {
        this.id = id;
        this.architecture = architecture;
        this.program = program;
        this.machine = machine;
        this.firmware = firmware;
        this.rootBus = rootBus;
        this.express = express;
        this.patienceSeconds = patienceSeconds;
        this.arguments = arguments;
        this.kernelParameters = kernelParameters;
    }

    /** As the programs' {@code --machine} takes it. */
    public String id() {
        return id;
    }

    /** The inverse of {@link #id}. */
    public static Optional<MachineKind> parse(String text) {
        return List.of(values()).stream().filter(kind -> kind.id.equals(text)).findFirst();
    }

    /** The machine that is most like {@code platform}; empty where QEMU has none for which a recorder exists. */
    public static Optional<MachineKind> of(Platform platform) {
        Machine flow = platform.machine();
        return switch (platform.architecture()) {
            case X86_64 -> Optional.of(Q35);
            case AARCH64 -> Optional.of(flow == Machine.ARM64_ACPI ? VIRT_EDK2 : VIRT);
            case PPC64LE, PPC64 -> Optional.of(flow == Machine.POWERNV ? POWERNV9 : PSERIES_VOF);
            default -> Optional.empty();
        };
    }

    public Architecture architecture() {
        return architecture;
    }

    /** Debian's name of the architecture. */
    public String debianArchitecture() {
        return switch (architecture) {
            case X86_64 -> "amd64";
            case AARCH64 -> "arm64";
            default -> "ppc64el";
        };
    }

    /** The flavour of Debian's plain kernel, the end of its package's name. */
    public String plainFlavour() {
        return architecture.isPowerPc() ? "powerpc64le" : debianArchitecture();
    }

    /** What {@code conformance/setup} calls the machines of this architecture. */
    public String setupName() {
        return switch (architecture) {
            case X86_64 -> "x86";
            case AARCH64 -> "arm64";
            default -> "powerpc";
        };
    }

    /** QEMU's program. */
    public String program() {
        return program;
    }

    /** QEMU's name of the machine. */
    public String machine() {
        return machine;
    }

    /** What the firmware is called in {@code meta.json}. */
    public String firmware() {
        return firmware;
    }

    /** QEMU's name of host bridge {@code index}'s root bus; on powernv of the bus below its only root port. */
    public String rootBus(int index) {
        return this == POWERNV9 ? "pcie." + index : rootBus;
    }

    /** Firmware that has to be installed, by the name of its file; empty where QEMU brings all. */
    public Optional<String> firmwareFile() {
        return this == VIRT_EDK2 ? Optional.of(EDK2) : Optional.empty();
    }

    /** How many host bridges the machine can have. */
    public int mostHostBridges() {
        return switch (this) {
            case Q35, VIRT_EDK2 -> MOST_EXPANDERS;
            case PSERIES, PSERIES_VOF -> MOST_HOSTS_OF_PSERIES;
            default -> hostBridges();
        };
    }

    /** Whether each host bridge has a PCI domain of its own. */
    public boolean hasDomains() {
        return architecture.isPowerPc();
    }

    /** How many host bridges the machine has by itself. */
    public int hostBridges() {
        return this == POWERNV9 ? 6 : 1;
    }

    /** Whether the root bus is a PCI Express bus, so that root ports can stand on it. */
    public boolean isExpress() {
        return express;
    }

    /** Seconds after which a boot is given up. A busy computer may need many times what an idle one does. */
    public int patienceSeconds() {
        return patienceSeconds;
    }

    /** The arguments that build the machine without its PCI functions. */
    public List<String> arguments() {
        return arguments;
    }

    /** The kernel parameters that every boot needs. */
    public String kernelParameters() {
        return kernelParameters;
    }

    /** Whether the machine itself has a function in device number {@code device} of its root bus. */
    public boolean occupies(int device) {
        return ownFunctions().keySet().stream().anyMatch(devfn -> devfn >> 3 == device);
    }

    /**
     * Whether the machine has this function of a root bus by itself: the very one, or the host bridge or ISA bridge of another
     * machine in its place, which have no BARs.
     */
    boolean isOwn(Function function) {
        Integer own = ownFunctions().get(function.devfn());
        if (own == null) {
            return false;
        }
        DeviceIds ids = function.ids();
        boolean legacyBridge = ids.baseAndSubClass() == DeviceIds.CLASS_HOST_BRIDGE || ids.baseAndSubClass() == CLASS_ISA_BRIDGE;
        return (ids.vendor() << 16 | ids.device()) == own
                || legacyBridge && function.bars().isEmpty() && function.bridge().isEmpty();
    }

    /** Device and function, in one byte, of what the machine has by itself on its root bus. */
    public Set<Integer> ownPlaces() {
        return ownFunctions().keySet();
    }

    /** Whether firmware assigns addresses, and the kernel keeps what it can of them. */
    public boolean firmwareAssigns() {
        return architecture.isX86() || this == PSERIES;
    }

    /** Whether a rescan numbers all buses anew, as the kernel's generic host bridge driver of device trees asks for. */
    public boolean rescanRenumbersBuses() {
        return this == VIRT || this == VIRT_NO_IOMMU;
    }

    /** Whether firmware numbers the buses, and the kernel keeps its numbers. */
    public boolean firmwareNumbersBuses() {
        return architecture.isX86() || this == PSERIES || this == VIRT_EDK2;
    }

    /** The functions that the machine has by itself on its root bus: vendor and device ids by device and function. */
    private Map<Integer, Integer> ownFunctions() {
        return switch (this) {
            case Q35 -> Map.of(0x00, 0x808629c0, 0xf8, 0x80862918, 0xfa, 0x80862922);
            case PC -> Map.of(0x00, 0x80861237, 0x08, 0x80867000, 0x09, 0x80867010, 0x0b, 0x80867113);
            case VIRT, VIRT_NO_IOMMU, VIRT_EDK2 -> Map.of(0x00, 0x1b360008);
            default -> Map.of();
        };
    }
}
