package org.pcitopo.simulator.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;

/** A machine with one host bridge on domain 0, its functions as {@link FunctionText}. */
public final class PaperMachine {

    private final Architecture architecture;
    private final Machine machine;
    private final long pageSize;
    private final String functions;
    private List<HostWindow> windows;
    private Optional<Ioda> ioda = Optional.empty();
    private final List<E820Entry> e820 = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final Map<String, Boolean> config = new HashMap<>();
    private final List<BootStep> steps = new ArrayList<>();
    private OptionalLong defaultAlignment = OptionalLong.empty();
    private boolean preserve;
    private boolean probeOnly;
    private int lastBus = 0xff;
    private String hostName = "";

    private PaperMachine(Architecture architecture, Machine machine, long pageSize, String functions, String... windows) {
        this.architecture = architecture;
        this.machine = machine;
        this.pageSize = pageSize;
        this.functions = functions;
        windows(windows);
    }

    /** QEMU's arm64 virt machine, booted with a device tree. */
    public static PaperMachine arm64(String functions) {
        return arm64(Machine.ARM64_DT, functions).windows("io 0x0-0xffff", "mem 0x10000000-0x3efeffff",
                "mem 0x8000000000-0xffffffffff");
    }

    /** The same without memory above 4G. */
    public static PaperMachine arm64WithoutHighWindow(String functions) {
        return arm64(functions).windows("io 0x0-0xffff", "mem 0x10000000-0x3efeffff");
    }

    /** The same, booted with ACPI. */
    public static PaperMachine arm64Acpi(String functions) {
        return arm64(Machine.ARM64_ACPI, functions).windows("io 0x0-0xffff", "mem 0x10000000-0x3efeffff",
                "mem 0x8000000000-0xffffffffff");
    }

    private static PaperMachine arm64(Machine machine, String functions) {
        return new PaperMachine(Architecture.AARCH64, machine, 4096, "00.0 HOST\n" + functions);
    }

    /** QEMU's q35 with SeaBIOS. */
    public static PaperMachine q35(String functions) {
        return new PaperMachine(Architecture.X86_64, Machine.X86, 4096, functions, "io 0x0-0xcf7", "io 0xd00-0xffff",
                "mem 0xa0000-0xbffff", "mem 0x20000000-0xafffffff", "mem 0xc0000000-0xfebfffff", "mem 0x100000000-0x8ffffffff")
                .e820("0x0-0x9fbff usable", "0x100000-0x1fffffff usable", "0xb0000000-0xbfffffff reserved",
                        "0xfffc0000-0xffffffff reserved");
    }

    /** A big-endian PowerPC machine without a flow of its own. */
    public static PaperMachine ppc64(String functions) {
        return new PaperMachine(Architecture.PPC64, Machine.GENERIC_DT, 4096, functions, "io 0x10000-0x1ffff bus 0x0",
                "mem 0xc00000000-0xc1fffffff bus 0xe0000000");
    }

    /** A 32-bit ARM machine with a device tree. */
    public static PaperMachine arm32(String functions) {
        return new PaperMachine(Architecture.ARM, Machine.GENERIC_DT, 4096, functions, "io 0x1000-0xeffff",
                "mem 0xe0000000-0xe7ffffff");
    }

    /** An x86 machine with one memory window below 4G. */
    public static PaperMachine x86(String functions) {
        return new PaperMachine(Architecture.X86_64, Machine.X86, 4096, functions, "io 0x0-0xffff",
                "mem 0x80000000-0xfebfffff");
    }

    /** PHB 0 of QEMU's powernv9 with 64K pages. */
    public static PaperMachine powernv9(String functions) {
        return new PaperMachine(Architecture.PPC64LE, Machine.POWERNV, 65536, functions,
                "mem 0x600c000000000-0x600c07ffeffff bus 0x80000000", "pref64 0x6000000000000-0x6003fbfffffff")
                .ioda(new Ioda(512, 511, 0x400000, 0x20000000, 0));
    }

    /** QEMU's pseries with 64K pages. */
    public static PaperMachine pseries(String functions) {
        return new PaperMachine(Architecture.PPC64LE, Machine.PSERIES, 65536, functions,
                "io 0x200000000000-0x20000000ffff bus 0x0", "mem 0x200080000000-0x2000ffffffff bus 0x80000000",
                "mem64 0x210000000000-0x21ffffffffff");
    }

    /**
     * Other host windows: {@code io mem pref mem64 pref64}, a range of CPU addresses, and where bus addresses differ
     * {@code bus} and the first of them.
     */
    public PaperMachine windows(String... lines) {
        windows = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split("\\s+");
            AddressRange range = FunctionText.range(words[1]);
            long offset = words.length > 2 ? range.start() - Long.parseUnsignedLong(words[3].substring(2), 16) : 0;
            windows.add(new HostWindow(type(words[0]), range, offset));
        }
        return this;
    }

    private static ResourceType type(String word) {
        return switch (word) {
            case "io" -> ResourceType.IO;
            case "mem" -> ResourceType.MEM32;
            case "pref" -> ResourceType.MEM32_PREF;
            case "mem64" -> ResourceType.MEM64;
            case "pref64" -> ResourceType.MEM64_PREF;
            default -> throw new IllegalArgumentException("no type of window: " + word);
        };
    }

    public PaperMachine ioda(Ioda value) {
        ioda = Optional.of(value);
        return this;
    }

    /** Other M32 segments, bytes. */
    public PaperMachine withSegments(long m32Segment) {
        return ioda(ioda.map(one -> new Ioda(one.totalPes(), one.reservedPe(), m32Segment, one.m64Segment(), one.ioSegment()))
                .orElseThrow());
    }

    /** More of the firmware memory map: {@code 0xb0000000-0xbfffffff reserved}. */
    public PaperMachine e820(String... lines) {
        for (String line : lines) {
            String[] words = line.split("\\s+");
            e820.add(new E820Entry(FunctionText.range(words[0]), words[1]));
        }
        return this;
    }

    /** Ranges that others own: {@code mem 0xfed00000-0xfed003ff PNP}. */
    public PaperMachine reserve(String... lines) {
        for (String line : lines) {
            String[] words = line.split("\\s+");
            Space space = words[0].equals("io") ? Space.IO : Space.MEM;
            reservations.add(new Reservation(space, FunctionText.range(words[1]), words[2]));
        }
        return this;
    }

    /** Kernel configuration without {@code CONFIG_}. */
    public PaperMachine config(String name, boolean value) {
        config.put(name, value);
        return this;
    }

    public PaperMachine defaultAlignment(long bytes) {
        defaultAlignment = OptionalLong.of(bytes);
        return this;
    }

    /** The host bridge asks to keep firmware's assignment. */
    public PaperMachine preserve() {
        preserve = true;
        return this;
    }

    /** {@code linux,pci-probe-only} for the whole machine. */
    public PaperMachine probeOnly() {
        probeOnly = true;
        return this;
    }

    public PaperMachine lastBus(int number) {
        lastBus = number;
        return this;
    }

    /** The host bridge as a log names it: {@code vmd 0000:00:0e.0}. */
    public PaperMachine host(String name) {
        hostName = name;
        return this;
    }

    /** What is done after the boot. */
    public PaperMachine then(BootStep... more) {
        steps.addAll(List.of(more));
        return this;
    }

    /** Boots {@code kernel} ({@code v4} for the 2016 series) without {@code pci=}. */
    public PaperBoot boot(String kernel) {
        return boot(kernel, "");
    }

    /** Boots with {@code pci=} and these options. */
    public PaperBoot boot(String kernel, String pci) {
        return boot(kernel, pci, pageSize);
    }

    public PaperBoot boot(String kernel, String pci, long bootPageSize) {
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        String commandLine = pci.isEmpty() ? "" : "pci=" + pci;
        return new PaperBoot(Simulator.simulate(topology(), new Boot("paper", rules, bootPageSize, commandLine, steps)));
    }

    /** The machine as the simulator takes it. */
    public Topology topology() {
        Platform platform =
                new Platform(architecture, machine, pageSize, false, probeOnly, e820, defaultAlignment, config);
        List<Function> described = FunctionText.functions(functions);
        HostBridge host = new HostBridge(0, 0, lastBus, hostName, windows, ioda, preserve, described);
        return new Topology("paper", platform, List.of(host), reservations);
    }
}
