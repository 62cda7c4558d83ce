package org.pcitopo.simulator.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/**
 * One of the behaviour specification's worked vectors: a machine as {@link FunctionText}, a boot, and lines of what must come
 * out: {@code 00:04.0 bar0 0x10000000-0x100fffff}, with the start alone {@code 00:01.0 bar0 0x10400000}, or {@code -} for a
 * resource without place.
 */
final class Vector {

    private final Platform platform;
    private final List<HostWindow> windows;
    private final Optional<Ioda> ioda;
    private String functions = "";

    private Vector(Platform platform, List<HostWindow> windows, Optional<Ioda> ioda) {
        this.platform = platform;
        this.windows = windows;
        this.ioda = ioda;
    }

    /** QEMU's arm64 virt machine, booted with a device tree. */
    static Vector arm64(String functions) {
        return arm64(List.of(io(0, 0xffff), memory(0x10000000L, 0x3efeffffL), memory(0x8000000000L, 0xffffffffffL)), functions);
    }

    /** The same without memory above 4G. */
    static Vector arm64WithoutHighWindow(String functions) {
        return arm64(List.of(io(0, 0xffff), memory(0x10000000L, 0x3efeffffL)), functions);
    }

    private static Vector arm64(List<HostWindow> windows, String functions) {
        return new Vector(Platform.of(Architecture.AARCH64, Machine.ARM64_DT, 4096), windows, Optional.empty())
                .functions("00.0 HOST\n" + functions);
    }

    /** QEMU's q35 with SeaBIOS. */
    static Vector q35(String functions) {
        List<E820Entry> e820 = List.of(entry(0, 0x9fbff, "usable"), entry(0x100000, 0x1fffffff, "usable"),
                entry(0xb0000000L, 0xbfffffffL, "reserved"), entry(0xfffc0000L, 0xffffffffL, "reserved"));
        return new Vector(x86(e820), List.of(io(0, 0xcf7), io(0xd00, 0xffff), memory(0xa0000, 0xbffff),
                memory(0x20000000L, 0xafffffffL), memory(0xc0000000L, 0xfebfffffL), memory(0x100000000L, 0x8ffffffffL)),
                Optional.empty()).functions(functions);
    }

    /** An x86 machine with one memory window below 4G. */
    static Vector x86(String functions) {
        return new Vector(x86(List.of()), List.of(io(0, 0xffff), memory(0x80000000L, 0xfebfffffL)), Optional.empty())
                .functions(functions);
    }

    private static Platform x86(List<E820Entry> e820) {
        return new Platform(Architecture.X86_64, Machine.X86, 4096, false, false, e820, OptionalLong.empty(), Map.of());
    }

    /** PHB 0 of QEMU's powernv9 with 64K pages. */
    static Vector powernv9(String functions) {
        HostWindow m32 = new HostWindow(ResourceType.MEM32, new AddressRange(0x600c000000000L, 0x600c07ffeffffL),
                0x600c000000000L - 0x80000000L);
        HostWindow m64 = HostWindow.of(ResourceType.MEM64_PREF, new AddressRange(0x6000000000000L, 0x6003fbfffffffL));
        return new Vector(Platform.of(Architecture.PPC64LE, Machine.POWERNV, 65536), List.of(m32, m64),
                Optional.of(new Ioda(512, 511, 0x400000, 0x20000000, 0))).functions(functions);
    }

    /** A machine like {@link #powernv9} with segments of 8M. */
    Vector withSegments(long m32Segment) {
        return new Vector(platform, windows, ioda.map(one -> new Ioda(one.totalPes(), one.reservedPe(), m32Segment,
                one.m64Segment(), one.ioSegment()))).functions(functions);
    }

    private Vector functions(String text) {
        functions = text;
        return this;
    }

    private static HostWindow io(long start, long end) {
        return HostWindow.of(ResourceType.IO, new AddressRange(start, end));
    }

    private static HostWindow memory(long start, long end) {
        return HostWindow.of(ResourceType.MEM32, new AddressRange(start, end));
    }

    private static E820Entry entry(long start, long end, String type) {
        return new E820Entry(new AddressRange(start, end), type);
    }

    /** Boots {@code kernel} ({@code v4} for the 2016 series) without {@code pci=}. */
    Result boot(String kernel) {
        return boot(kernel, "");
    }

    /** Boots with {@code pci=} and these options. */
    Result boot(String kernel, String pci) {
        return boot(kernel, pci, platform.pageSize());
    }

    Result boot(String kernel, String pci, long pageSize) {
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        HostBridge host = new HostBridge(0, 0, 0xff, "", windows, ioda, false, FunctionText.functions(functions));
        Topology topology = new Topology("vector", platform, List.of(host), List.of());
        Boot boot = Boot.of("vector", rules, pageSize, pci.isEmpty() ? "" : "pci=" + pci);
        return new Result(Simulator.simulate(topology, boot));
    }

    /** What came out. */
    record Result(Simulation simulation) {

        /** Every line must hold. */
        Result places(String expected) {
            Map<String, AssignedResource> actual = new TreeMap<>();
            simulation.assignment().resources().forEach(resource -> actual.put(name(resource.key()), resource));
            List<String> wanted = new ArrayList<>();
            List<String> found = new ArrayList<>();
            expected.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
                String[] words = line.split("\\s+");
                String name = words[0] + " " + words[1];
                wanted.add(name + " " + words[2]);
                found.add(name + " " + shown(Optional.ofNullable(actual.get(name)), !words[2].contains("-")));
            });
            assertEquals(String.join("\n", wanted), String.join("\n", found));
            return this;
        }

        /** Where the kernel placed these first, whatever became of them later; in the order in which it did so. */
        Result placesInOrder(String expected) {
            List<String> wanted = expected.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            List<String> names = wanted.stream().map(line -> line.substring(0, line.lastIndexOf(' '))).toList();
            String found = simulation.assignment().trace().events().stream()
                    .filter(TraceEvent.Assigned.class::isInstance).map(TraceEvent.Assigned.class::cast)
                    .filter(event -> names.contains(name(event.resource())))
                    .map(event -> name(event.resource()) + " " + shown(event.range(), false))
                    .collect(Collectors.joining("\n"));
            assertEquals(String.join("\n", wanted), found);
            return this;
        }

        /** What memory windows may have beyond what they need, in the order in which they were sized. */
        Result optional(String expected) {
            String found = simulation.assignment().trace().events().stream()
                    .filter(TraceEvent.WindowSized.class::isInstance).map(TraceEvent.WindowSized.class::cast)
                    .filter(event -> event.window().name() != ResourceName.IO_WINDOW)
                    .map(event -> name(event.window()) + " 0x" + Long.toHexString(event.optional()))
                    .collect(Collectors.joining("\n", "", "\n"));
            assertEquals(expected, found);
            return this;
        }

        /** All mappings of memory BARs, in order: {@code 00:04.0 bar0 mapped}. */
        Result maps(String expected) {
            String found = simulation.mappings().stream().filter(mapping -> mapping.reason().filter(Reason.IO::equals).isEmpty())
                    .map(mapping -> shortName(mapping.function()) + " bar" + mapping.bar() + " " + mapping.verdict().id()
                            + mapping.reason().map(reason -> " " + reason.id()).orElse(""))
                    .collect(Collectors.joining("\n", "", "\n"));
            assertEquals(expected, found);
            return this;
        }

        /** Nothing got a place of the kernel's choice. */
        Result movesNothing() {
            assertEquals(List.of(), simulation.assignment().resources().stream()
                    .filter(resource -> resource.state() == ResourceState.ASSIGNED).map(AssignedResource::key).toList());
            return this;
        }

        private static String shortName(PciAddress address) {
            return address.toString().substring(5);
        }

        private static String name(ResourceKey key) {
            return shortName(key.function()) + " " + key.name().jsonName();
        }

        private static String shown(Optional<AssignedResource> resource, boolean startAlone) {
            return resource.flatMap(AssignedResource::range).map(range -> shown(range, startAlone)).orElse("-");
        }

        private static String shown(AddressRange range, boolean startAlone) {
            String start = "0x" + Long.toHexString(range.start());
            return startAlone ? start : start + "-0x" + Long.toHexString(range.end());
        }
    }
}
