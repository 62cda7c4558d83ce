package org.pcitopo.dsl.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Architecture;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.E820Entry;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Ioda;
import org.pcitopo.simulator.topology.Machine;
import org.pcitopo.simulator.topology.MsixTable;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Provenance;
import org.pcitopo.simulator.topology.Reservation;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Sriov;
import org.pcitopo.simulator.topology.Topology;

/** Topologies with everything that can be written, from a seed. */
final class RandomTopologies {

    private static final List<String> TEXTS = List.of("", "Intel SSD DC P4510", "a \"quoted\" text", "back\\slash", "ünïcode // no comment");

    private final Random random;
    private int names;
    private int nextBus;

    RandomTopologies(long seed) {
        random = new Random(seed);
    }

    Topology topology() {
        Platform platform = platform();
        List<HostBridge> bridges = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            bridges.add(hostBridge(i == 2 ? 0x10000 : i, platform.machine()));
        }
        List<Reservation> reservations = new ArrayList<>();
        while (chance(0.3)) {
            reservations.add(new Reservation(chance(0.5) ? Space.IO : Space.MEM, range(), text()));
        }
        return new Topology("machine" + random.nextInt(100), platform, bridges, reservations);
    }

    Provenance provenance() {
        Map<Fact, Origin> origins = new TreeMap<>();
        origins.put(new Fact("platform", "architecture"), Origin.derived("dmesg.txt", 3, "from \"Linux version\""));
        origins.put(new Fact("platform", "pageSize"), Origin.assumed("arm64, RHEL 8"));
        origins.put(new Fact("boot", "commandLine"), Origin.read("dmesg.txt", 1 + random.nextInt(900)));
        origins.put(new Fact("host 0000:00", "window 0"), Origin.read("dmesg.txt", 412));
        return Provenance.of(origins);
    }

    private Platform platform() {
        Machine machine = pick(Machine.values());
        Architecture architecture = pick(Architecture.values());
        List<E820Entry> e820 = new ArrayList<>();
        while (chance(0.4)) {
            e820.add(new E820Entry(range(), pick("usable", "reserved", "ACPI data", "ACPI NVS", "persistent (type 7)", "type 20")));
        }
        OptionalLong alignment = chance(0.2) ? OptionalLong.of(pick(0L, 0x1000L, 0x10000L)) : OptionalLong.empty();
        return new Platform(architecture, machine, pick(0x1000L, 0x4000L, 0x10000L), chance(0.3), chance(0.2), e820, alignment,
                chance(0.3) ? Map.of("PCI_IOV", chance(0.5), "ISA", true) : Map.of());
    }

    private HostBridge hostBridge(int domain, Machine machine) {
        nextBus = 0;
        List<HostWindow> windows = new ArrayList<>();
        while (chance(0.6)) {
            ResourceType type = pick(ResourceType.IO, ResourceType.MEM32, ResourceType.MEM32_PREF);
            windows.add(new HostWindow(type, range(), chance(0.3) ? 0x6000000000000L : 0));
        }
        if (machine == Machine.POWERNV) {
            windows.removeIf(window -> window.type() == ResourceType.MEM32);
            windows.add(new HostWindow(ResourceType.MEM64_PREF, new AddressRange(0x6000000000000L, 0x6003fbfffffffL), 0));
        } else if (machine == Machine.PSERIES) {
            windows.removeIf(window -> window.type() == ResourceType.MEM32);
        }
        Optional<Ioda> ioda = machine == Machine.POWERNV ? Optional.of(new Ioda(256, 0, 0x800000, 0x40000000, 0)) : Optional.empty();
        return new HostBridge(domain, 0, pick(0xff, 0x3f), text(), windows, ioda, chance(0.2),
                functions(0, OptionalInt.of(0), chance(0.5)));
    }

    private List<Function> functions(int depth, OptionalInt bus, boolean numbered) {
        List<Function> functions = new ArrayList<>();
        TreeSet<Integer> taken = new TreeSet<>();
        while (chance(0.7) && functions.size() < 6) {
            taken.add(random.nextInt(256));
        }
        for (int devfn : taken) {
            functions.add(function(devfn, depth, numbered));
        }
        return functions;
    }

    private Function function(int devfn, int depth, boolean numbered) {
        Function.Builder builder = Function.at(devfn >> 3, devfn & 7);
        builder.name(chance(0.5) ? "f" + names++ : "").label(text());
        builder.ids(new DeviceIds(random.nextInt(0x10000), random.nextInt(0x10000), chance(0.5) ? random.nextInt(0x10000) : 0,
                chance(0.5) ? random.nextInt(0x10000) : 0, random.nextInt(0x1000000)));
        for (int index = 0; index < 6; index++) {
            if (chance(0.4)) {
                builder.bar(bar(index));
            }
        }
        if (chance(0.2)) {
            builder.rom(new Rom(0x800L << random.nextInt(10), start(), chance(0.3), false));
        } else if (chance(0.1)) {
            builder.rom(new Rom(0x20000, OptionalLong.of(0xc0000), false, true));
        }
        if (chance(0.2)) {
            builder.msix(new MsixTable(1 + random.nextInt(2048), random.nextInt(6), random.nextInt(0x10000) * 8L, random.nextInt(6), 8));
        }
        if (chance(0.2)) {
            builder.sriov(new Sriov(1 + random.nextInt(256), random.nextInt(100), random.nextInt(4), random.nextInt(0x10000),
                    chance(0.5) ? new TreeSet<>(List.of(0x1000L, 0x10000L)) : new TreeSet<>(), List.of(plainBar(0), plainBar(3))));
        }
        builder.decode(new Decode(chance(0.8), chance(0.8))).passthrough(chance(0.3)).neverMappable(chance(0.1));
        if (chance(0.2)) {
            builder.driver(pick("vfio-pci", "snd_hda_intel", "mem", "a driver"));
        }
        if (chance(0.2)) {
            builder.iommuGroup(random.nextInt(100));
        }
        if (depth < 4 && nextBus < 200 && chance(0.4)) {
            builder.bridge(bridge(depth, numbered));
        }
        return builder.build();
    }

    private Bridge bridge(int depth, boolean numbered) {
        BridgeKind kind = pick(BridgeKind.values());
        int secondary = ++nextBus;
        List<Function> below = functions(depth + 1, OptionalInt.of(secondary), numbered);
        boolean cardBus = kind == BridgeKind.CARDBUS;
        return new Bridge(kind, numbered ? OptionalInt.of(secondary) : OptionalInt.empty(),
                numbered && chance(0.8) ? OptionalInt.of(nextBus) : OptionalInt.empty(), chance(0.3), chance(0.1),
                cardBus || chance(0.2) ? Optional.empty() : Optional.of(window(ResourceType.IO)),
                cardBus ? Optional.empty() : Optional.of(window(ResourceType.MEM32)),
                cardBus || chance(0.2) ? Optional.empty()
                        : Optional.of(window(pick(ResourceType.MEM32_PREF, ResourceType.MEM64_PREF))), below);
    }

    private BridgeWindow window(ResourceType type) {
        return chance(0.5) ? BridgeWindow.closed(type) : BridgeWindow.open(type, range());
    }

    private Bar bar(int index) {
        return new Bar(index, pick(ResourceType.values()), 16L << random.nextInt(60), start(), chance(0.1),
                chance(0.1) ? List.of(0x10000000L, 0x20000000L) : List.of());
    }

    private Bar plainBar(int index) {
        return Bar.of(index, ResourceType.MEM64_PREF, 0x1000L << random.nextInt(10));
    }

    private OptionalLong start() {
        return chance(0.1) ? OptionalLong.empty() : OptionalLong.of(chance(0.3) ? 0 : random.nextLong() & -0x1000);
    }

    private AddressRange range() {
        long start = random.nextLong() >>> (8 + random.nextInt(40));
        return new AddressRange(start, start + (random.nextLong() >>> (20 + random.nextInt(30))));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
