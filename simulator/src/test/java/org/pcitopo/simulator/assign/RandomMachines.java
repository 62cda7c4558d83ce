package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Topology;

/**
 * Machines and boots of every sort that the simulator knows, made from a seed. How many functions a machine may have is a
 * number of its own, so that a failure shrinks to a small machine.
 */
public final class RandomMachines {

    /** One kernel of every era that places resources its own way. */
    static final List<String> KERNELS = List.of("v4", "4.5", "4.10", "4.14", "5.3", "5.10", "6.1", "6.6", "6.12", "6.17",
            "6.18.12", "6.18.15", "6.19.14", "7.0", "7.1", "7.2", "7.3");

    private static final List<String> OPTIONS = List.of("realloc", "realloc=off", "rom", "skip_isa_align", "hpmmiosize=16M",
            "hpmmioprefsize=64M", "hpmemsize=1G", "hpiosize=8K", "hpmemsize=8E", "cbmemsize=4M", "resource_alignment=pci:0:0",
            "resource_alignment=16@pci:0:0", "resource_alignment=20@00:01.0;16@01:00.0", "resource_alignment=63@00:00.0",
            "resource_alignment=*:*:*.*:noresize");

    private static final int DEPTH = 5;

    private static final List<Long> ODD_SIZES = List.of(0L, 1L, 3L, 3000L, 5L << 20, (1L << 63) + 4096, 1L << 63, -1L, -4096L);

    private final Random random;
    private final boolean odd;
    private final Frame frame;
    private int functionsLeft;

    private RandomMachines(int functions, long seed, boolean odd) {
        random = new Random(seed);
        this.odd = odd;
        frame = any(FRAMES);
        functionsLeft = functions;
    }

    private RandomMachines(int functions, long seed, boolean odd, Frame frame) {
        random = new Random(seed);
        this.odd = odd;
        this.frame = frame;
        functionsLeft = functions;
    }

    /** A machine and a boot of it. */
    public record Scenario(Topology topology, Boot boot) {

        /** The machine as text, for a person who looks for what fails. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(boot.rules() + " " + boot.pageSize() + " '" + boot.commandLine() + "' "
                    + boot.steps() + "\n" + topology.platform() + " " + topology.reservations() + "\n");
            for (HostBridge host : topology.hostBridges()) {
                text.append(host.windows()).append(host.preserveConfig() ? " preserves" : "").append(host.ioda()).append('\n');
                show(text, host.functions(), "  ");
            }
            return text.toString();
        }

        private static void show(StringBuilder text, List<Function> functions, String indent) {
            for (Function one : functions) {
                text.append(String.format("%s%02x.%x %s %s", indent, one.device(), one.function(), one.ids(), one.decode()));
                one.bars().forEach(bar -> text.append(' ').append(bar));
                one.rom().ifPresent(rom -> text.append(' ').append(rom));
                one.sriov().ifPresent(sriov -> text.append(' ').append(sriov));
                one.bridge().ifPresent(bridge -> {
                    text.append(' ').append(bridge.withFunctions(List.of())).append('\n');
                    show(text, bridge.functions(), indent + "  ");
                });
                text.append(one.bridge().isPresent() ? "" : "\n");
            }
        }
    }

    /** Boots of machines, two in three with something done through sysfs afterwards. */
    static Arbitrary<Scenario> scenarios() {
        return scenarios(false);
    }

    /** The same with sizes, addresses, windows and bus numbers that no machine has. */
    static Arbitrary<Scenario> oddScenarios() {
        return scenarios(true);
    }

    private static Arbitrary<Scenario> scenarios(boolean odd) {
        return Combinators.combine(Arbitraries.integers().between(1, 24), Arbitraries.longs().withoutEdgeCases(),
                Arbitraries.integers().between(0, 3))
                .as((functions, seed, steps) -> new RandomMachines(functions, seed, odd).scenario(steps));
    }

    /** One machine with up to {@code functions} functions and one boot of it, without anything done afterwards. */
    public static Scenario small(int functions, long seed) {
        return new RandomMachines(functions, seed, false).scenario(0);
    }

    /** Boots of machines with two to {@code most} host bridges, mostly each of a domain of its own; steps are about any of them. */
    public static Arbitrary<Scenario> severalHostBridges(int most) {
        return Combinators.combine(Arbitraries.integers().between(2, most), Arbitraries.longs().withoutEdgeCases(),
                Arbitraries.integers().between(0, 3)).as((hosts, seed, steps) -> {
                    Random random = new Random(seed);
                    RandomMachines first = new RandomMachines(8, random.nextLong(), false);
                    Scenario scenario = first.scenario(0);
                    List<HostBridge> bridges = new ArrayList<>();
                    for (int i = 0; i < hosts; i++) {
                        HostBridge host = i == 0 ? scenario.topology().hostBridges().get(0)
                                : new RandomMachines(8, random.nextLong(), false, first.frame).topology().hostBridges().get(0);
                        bridges.add(random.nextInt(8) == 0 && i > 0 ? at(host, i - 1, 0x80) : at(host, i, 0));
                    }
                    List<BootStep> done = Stream.generate(() -> first.step(hosts)).limit(steps).toList();
                    return new Scenario(scenario.topology().withHostBridges(bridges), new Boot("random", scenario.boot().rules(),
                            scenario.boot().pageSize(), scenario.boot().commandLine(), done));
                });
    }

    private static HostBridge at(HostBridge host, int domain, int bus) {
        return new HostBridge(domain, bus, bus == 0 ? 0x7f : 0xff, host.name(), host.windows(), host.ioda(), host.preserveConfig(),
                host.functions());
    }

    private Scenario scenario(int steps) {
        Topology topology = topology();
        String kernel = any(KERNELS);
        KernelRules rules =
                kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        List<String> options = Stream.generate(() -> any(OPTIONS)).limit(random.nextInt(3)).toList();
        List<BootStep> done = Stream.generate(() -> step(1)).limit(steps).toList();
        return new Scenario(topology, new Boot("random", rules, any(4096L, 65536L),
                options.isEmpty() ? "" : "pci=" + String.join(",", options), done));
    }

    private BootStep step(int domains) {
        PciAddress address = new PciAddress(domains == 1 ? 0 : random.nextInt(domains), random.nextInt(4), random.nextInt(4), 0);
        return switch (random.nextInt(5)) {
            case 0 -> new BootStep.Remove(address);
            case 1, 2 -> new BootStep.Rescan();
            case 3 -> new BootStep.WriteResourceAlignment(any("16@pci:0:0", "", "00:01.0"));
            default -> new BootStep.ResizeBar(address, random.nextInt(6), 1L << 20 + random.nextInt(14));
        };
    }

    /** What a platform looks like before anything is plugged in. */
    private record Frame(Architecture architecture, Machine machine, List<HostWindow> windows, Optional<Ioda> ioda) {
        private Frame(Architecture architecture, Machine machine, HostWindow... windows) {
            this(architecture, machine, List.of(windows), Optional.empty());
        }
    }

    private static final HostWindow PORTS = HostWindow.of(ResourceType.IO, new AddressRange(0, 0xffff));
    private static final HostWindow LOW = memory(0x10000000L, 0x3efeffffL);
    private static final HostWindow PREFETCHABLE =
            HostWindow.of(ResourceType.MEM32_PREF, new AddressRange(0x60000000L, 0x6fffffffL));
    private static final HostWindow MIDDLE = memory(0x80000000L, 0xfebfffffL);
    private static final HostWindow HIGH = memory(0x8000000000L, 0xffffffffffL);
    private static final HostWindow TOP = memory(0xffff_ff00_0000_0000L, -1L);
    private static final HostWindow M32 = new HostWindow(ResourceType.MEM32,
            new AddressRange(0x600c000000000L, 0x600c07ffeffffL), 0x600c000000000L - 0x80000000L);
    private static final HostWindow M64 =
            HostWindow.of(ResourceType.MEM64_PREF, new AddressRange(0x6000000000000L, 0x6003fbfffffffL));
    private static final HostWindow SPAPR =
            HostWindow.of(ResourceType.MEM64, new AddressRange(0x210000000000L, 0x21ffffffffffL));

    private static final List<Frame> FRAMES = List.of(
            new Frame(Architecture.AARCH64, Machine.ARM64_DT, PORTS, LOW, HIGH),
            new Frame(Architecture.AARCH64, Machine.ARM64_ACPI, PORTS, LOW),
            new Frame(Architecture.AARCH64, Machine.ARM64_ACPI, TOP),
            new Frame(Architecture.X86_64, Machine.X86, PORTS, memory(0xa0000, 0xbffff), MIDDLE, HIGH),
            new Frame(Architecture.I386, Machine.X86, PORTS, PREFETCHABLE, MIDDLE),
            new Frame(Architecture.PPC64LE, Machine.POWERNV, List.of(M32, M64),
                    Optional.of(new Ioda(512, 511, 0x400000, 0x20000000, 0))),
            new Frame(Architecture.PPC64LE, Machine.PSERIES, PORTS, M32, SPAPR),
            new Frame(Architecture.PPC32, Machine.GENERIC_DT, PORTS, memory(0, 0x3fffffff)),
            new Frame(Architecture.RISCV64, Machine.GENERIC_DT, LOW, PREFETCHABLE, HIGH),
            new Frame(Architecture.ARM, Machine.GENERIC_DT));

    private static HostWindow memory(long start, long end) {
        return HostWindow.of(ResourceType.MEM32, new AddressRange(start, end));
    }

    private Topology topology() {
        List<HostWindow> windows = new ArrayList<>(frame.windows);
        if (odd) {
            windows.add(memory(any(0L, 0x10000001L, -0x1000L), any(-1L, -2L)));
            windows.add(new HostWindow(ResourceType.IO, new AddressRange(any(0L, -0x800L), -1L), any(0L, 0x1000L, -1L)));
        }
        List<E820Entry> e820 = frame.machine != Machine.X86 ? List.of()
                : List.of(new E820Entry(new AddressRange(0, 0x7fffffffL), "usable"),
                        new E820Entry(new AddressRange(0xb0000000L, 0xbfffffffL), "reserved"));
        Map<String, Boolean> config = any(Map.of(), Map.of(), Map.of("PCI_IOV", false),
                Map.of("PCI_REALLOC_ENABLE_AUTO", false), Map.of("ISA", true));
        Platform platform = new Platform(frame.architecture, frame.machine, 4096, false, oneIn(10), e820, OptionalLong.empty(),
                config);
        List<Reservation> reservations = new ArrayList<>();
        long reserved = address(ResourceType.MEM32, 0x1000).orElse(0);
        if (reserved != 0) {
            reservations.add(new Reservation(Space.MEM, new AddressRange(reserved, reserved | 0xfff), "PNP"));
        }
        HostBridge host = new HostBridge(0, 0, 0xff, "", windows, frame.ioda, oneIn(6), bus(0));
        return new Topology("random", platform, List.of(host), reservations);
    }

    private List<Function> bus(int depth) {
        int wanted = 1 + random.nextInt(4);
        int step = any(1, 8, 8, 11);
        List<Function> functions = new ArrayList<>();
        for (int i = 0; i < wanted && functionsLeft > 0; i++) {
            functionsLeft--;
            int devfn = i * step;
            Function.Builder builder = Function.at(devfn >> 3, devfn & 7).decode(any(Decode.ON, Decode.OFF));
            if (depth < DEPTH && oneIn(2)) {
                bridge(builder, depth);
            } else {
                endpoint(builder);
            }
            functions.add(builder.build());
        }
        return functions;
    }

    private void endpoint(Function.Builder builder) {
        builder.ids(DeviceIds.of(0x1b36, 5, any(0x020000, 0x020000, 0x020000, 0x080020, 0x060000, 0)));
        bars(6, true).forEach(builder::bar);
        if (oneIn(5)) {
            long size = odd ? any(ODD_SIZES) : 0x10000;
            builder.rom(oneIn(6) ? new Rom(odd ? size : 0x20000, OptionalLong.of(0xc0000), true, true)
                    : new Rom(size, address(ResourceType.MEM32, 0x10000), oneIn(2), false));
        }
        if (oneIn(5)) {
            TreeSet<Long> pages = new TreeSet<>(any(List.<Long>of(), List.of(4096L), List.of(4096L, 65536L)));
            builder.sriov(new Sriov(any(1, 4, 7, 64), 0x80, 1, 0x154c, pages, bars(6, false)));
        }
    }

    private void bridge(Function.Builder builder, int depth) {
        BridgeKind kind = any(BridgeKind.values());
        boolean cardBus = kind == BridgeKind.CARDBUS;
        builder.ids(DeviceIds.of(0x1b36, 1, cardBus ? 0x060700 : 0x060400));
        if (cardBus) {
            builder.bar(Bar.of(0, ResourceType.MEM32, 4096));
        } else {
            bars(2, true).forEach(builder::bar);
        }
        ResourceType prefetchable = any(ResourceType.MEM32_PREF, ResourceType.MEM64_PREF);
        OptionalInt bus = odd && oneIn(3) ? OptionalInt.of(any(0, 1, 2, 255, 256, -1)) : OptionalInt.empty();
        builder.bridge(new Bridge(kind, bus, bus, oneIn(2), oneIn(7),
                cardBus || oneIn(6) ? Optional.empty() : Optional.of(window(ResourceType.IO, 0x1000)),
                cardBus ? Optional.empty() : Optional.of(window(ResourceType.MEM32, 0x100000)),
                cardBus || oneIn(6) ? Optional.empty() : Optional.of(window(prefetchable, 0x100000)),
                bus(depth + 1)));
    }

    private BridgeWindow window(ResourceType type, long step) {
        OptionalLong start = address(type, step);
        return start.orElse(0) == 0 ? BridgeWindow.closed(type) : AddressRange
                .tryOfSize(start.getAsLong() & -step, step * (1 + random.nextInt(64)))
                .map(range -> BridgeWindow.open(type, range)).orElse(BridgeWindow.closed(type));
    }

    private List<Bar> bars(int registers, boolean withPorts) {
        List<Bar> bars = new ArrayList<>();
        int next = 0;
        for (int wanted = random.nextInt(4); wanted > 0; wanted--) {
            ResourceType type = any(ResourceType.values());
            if (type.isIo() && !withPorts) {
                type = ResourceType.MEM64;
            }
            int width = type.is64Bit() ? 2 : 1;
            if (next + width <= registers) {
                long size = odd && oneIn(3) ? any(ODD_SIZES) : 1L << (type.isIo() ? 2 + random.nextInt(7) : 4 + random.nextInt(type.is64Bit() ? 36 : 27));
                List<Long> sizes = type.isMemory() && oneIn(3) ? List.of(1L << 20, 1L << 26, 1L << 30) : List.of();
                bars.add(new Bar(next, type, size, address(type, size), oneIn(12), sizes));
                next += width;
            }
        }
        return bars;
    }

    /** What firmware may have left: nothing, something that is no address, an aligned or an odd address in some window. */
    private OptionalLong address(ResourceType type, long size) {
        List<HostWindow> windows = frame.windows.stream().filter(window -> window.type().isIo() == type.isIo()).toList();
        if (odd && oneIn(3)) {
            return OptionalLong.of(any(ODD_SIZES));
        }
        if (windows.isEmpty() || oneIn(2)) {
            return oneIn(8) ? OptionalLong.empty() : OptionalLong.of(0);
        }
        return OptionalLong.of(any(windows).range().start() + random.nextInt(40) * size + (oneIn(8) ? 16 : 0));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
