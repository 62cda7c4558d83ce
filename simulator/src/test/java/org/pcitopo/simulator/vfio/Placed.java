package org.pcitopo.simulator.vfio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.Assignment;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Topology;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.Trace;

/**
 * A machine whose resources already have places, written as lines: {@code 01.0 bar0 0x10000000-0x10000fff},
 * {@code 01.0 bar1 io 0x1000-0x10ff}, {@code 01.0 bar0 -} for one without place, {@code 01.0 rom RANGE},
 * {@code 01.0 msix BAR OFFSET VECTORS}, {@code 01.0 never} for a device that refuses, {@code reserved RANGE}. All stand in
 * one host window, {@code 0x10000000-0x1fffffff} unless {@code window RANGE} says otherwise.
 */
final class Placed {

    private static final WindowId WINDOW = new WindowId.OfHost(0, 0, 0);

    private final Map<PciAddress, Function.Builder> functions = new TreeMap<>();
    private final List<AssignedResource> resources = new ArrayList<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private AddressRange window = new AddressRange(0x10000000L, 0x1fffffffL);
    private Platform platform = Platform.of(Architecture.X86_64, Machine.X86, 4096);

    static Placed machine(String text) {
        Placed placed = new Placed();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> placed.line(line.strip().split("\\s+")));
        return placed;
    }

    Placed on(Architecture architecture, Machine machine, boolean isolatedMsi) {
        platform = new Platform(architecture, machine, 4096, isolatedMsi, false, List.of(), OptionalLong.empty(), Map.of());
        return this;
    }

    private void line(String[] words) {
        if (words[0].equals("window")) {
            window = range(words[1]);
            return;
        }
        if (words[0].equals("reserved")) {
            reservations.add(new Reservation(Space.MEM, range(words[1]), "PNP 00:03"));
            return;
        }
        PciAddress address = PciAddress.parse("00:" + words[0]).orElseThrow();
        Function.Builder function =
                functions.computeIfAbsent(address, key -> Function.at(address.device(), address.function()));
        switch (words[1]) {
            case "msix" -> function.msix(new MsixTable(Integer.parseInt(words[4]), Integer.parseInt(words[2]),
                    Long.decode(words[3]), Integer.parseInt(words[2]), 0));
            case "never" -> function.neverMappable(true);
            default -> resource(address, function, words);
        }
    }

    private void resource(PciAddress address, Function.Builder function, String[] words) {
        ResourceName name = ResourceName.ofJsonName(words[1]).orElseThrow();
        boolean io = words[2].equals("io");
        Optional<AddressRange> range =
                words[words.length - 1].equals("-") ? Optional.empty() : Optional.of(range(words[words.length - 1]));
        long size = range.map(AddressRange::size).orElse(4096L);
        ResourceType type = io ? ResourceType.IO : ResourceType.MEM32;
        if (name == ResourceName.ROM) {
            function.rom(Rom.of(size));
        } else {
            function.bar(Bar.of(name.register(), type, size));
        }
        resources.add(new AssignedResource(new ResourceKey(address, name), type,
                range.isPresent() ? ResourceState.ASSIGNED : ResourceState.UNASSIGNED, range, size, size, size,
                range.map(place -> WINDOW), false));
    }

    private static AddressRange range(String text) {
        String[] ends = text.split("-");
        return new AddressRange(Long.decode(ends[0]), Long.decode(ends[1]));
    }

    List<Mapping> mappings(String kernel, long pageSize) {
        KernelRules rules = kernel.equals("v4") ? KernelRules.vfioMmapV4() : KernelRules.mainline(KernelRelease.of(kernel));
        List<EnumeratedFunction> enumerated = new ArrayList<>();
        functions.forEach((address, builder) -> enumerated
                .add(new EnumeratedFunction(address, builder.build(), Optional.empty(), -1, -1)));
        Assignment assignment = new Assignment(enumerated, resources,
                List.of(new WindowUse(WINDOW, ResourceType.MEM32, window, 0, 0, 0)), new Trace(List.of()));
        Topology topology = new Topology("t", platform, List.of(), reservations);
        return VfioPolicy.mappings(assignment, topology, rules, pageSize);
    }

    /** Each mapping as {@code 01.0 bar0 mapped} or {@code 01.0 bar0 emulated page-shared with 02.0 bar0}. */
    String verdicts(String kernel, long pageSize) {
        return mappings(kernel, pageSize).stream().map(Placed::shown).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String shown(Mapping mapping) {
        String reason = mapping.reason().map(why -> " " + why.id()).orElse("");
        String shared = mapping.sharedWith().isEmpty() ? "" : mapping.sharedWith().stream()
                .map(key -> key.function().toString().substring(8) + " " + key.name().jsonName())
                .collect(Collectors.joining(", ", " with ", ""));
        return mapping.function().toString().substring(8) + " bar" + mapping.bar() + " " + mapping.verdict().id() + reason
                + shared;
    }
}
