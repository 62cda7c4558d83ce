package org.pcitopo.simulator.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bar;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.ResourceType;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Sriov;

/**
 * Functions as short text, a line each, bridges with their bus in braces:
 *
 * <pre>
 * 01.0 TD(1M) rom:64K
 * 02.0 BR mem=0xfe800000-0xfe9fffff {
 *     01.0 SD@0xfe800000
 *     02.0 m32:4K io:256@0xc000 p64:1M
 * }
 * </pre>
 *
 * Kinds as in the behaviour specification 10.1: {@code TD} BAR 0 of 4K, BAR 1 I/O of 256, with an argument a 64-bit
 * prefetchable BAR 2; {@code SD} BAR 0 of 256; {@code ED} BAR 0 of 1M; {@code NV} a 64-bit BAR 0 of 16K; {@code BR} a PCI
 * bridge; {@code RP} a hotplug port with a BAR of 4K; {@code PORT} the same without hotplug; {@code RPn}, {@code UP},
 * {@code DN} ports without BARs; {@code PP} a PCIe-to-PCI bridge with a 64-bit BAR of 256. Behind {@code @} stands what
 * firmware left. {@code vf:p64:16K*4} is a VF BAR of four VFs.
 */
final class FunctionText {

    private final String[] lines;
    private int next;

    private FunctionText(String text) {
        lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toArray(String[]::new);
    }

    static List<Function> functions(String text) {
        return new FunctionText(text).bus();
    }

    private List<Function> bus() {
        List<Function> functions = new ArrayList<>();
        while (next < lines.length && !lines[next].equals("}")) {
            functions.add(function(lines[next++]));
        }
        next++;
        return functions;
    }

    private Function function(String line) {
        boolean open = line.endsWith("{");
        String[] words = line.replace("{", "").strip().split("\\s+");
        String[] place = words[0].split("\\.");
        Function.Builder builder = Function.at(Integer.parseInt(place[0], 16), Integer.parseInt(place[1]));
        Items items = new Items(builder);
        for (int i = 1; i < words.length; i++) {
            items.add(words[i]);
        }
        items.finish(open ? bus() : List.of());
        return builder.build();
    }

    static long size(String text) {
        int suffix = "KMG".indexOf(text.charAt(text.length() - 1));
        return suffix < 0 ? Long.decode(text)
                : Long.parseLong(text.substring(0, text.length() - 1)) << 10 * (suffix + 1);
    }

    /** What stands behind one function's number. */
    private static final class Items {
        private final Function.Builder builder;
        private int nextBar;
        private Optional<Bridge> bridge = Optional.empty();

        private Items(Function.Builder builder) {
            this.builder = builder;
            // A function of class 0 is skipped by the kernel.
            ids(0x1000);
        }

        private void add(String word) {
            String[] parts = word.split("@");
            OptionalLong firmware = parts.length > 1 ? OptionalLong.of(Long.decode(parts[1])) : OptionalLong.of(0);
            String item = parts[0];
            if (item.contains("=")) {
                window(item);
            } else if (item.startsWith("vf:")) {
                vf(item.substring(3));
            } else if (item.startsWith("rom:")) {
                builder.rom(new Rom(size(item.substring(4)), firmware, false, false));
            } else if (item.contains(":")) {
                String[] bar = item.split(":");
                bar(type(bar[0]), size(bar[1]), firmware);
            } else {
                kind(item, firmware);
            }
        }

        private void kind(String text, OptionalLong firmware) {
            String name = text.replaceAll("\\(.*", "");
            switch (name) {
                case "TD" -> {
                    ids(0x0005);
                    bar(ResourceType.MEM32, 0x1000, firmware);
                    bar(ResourceType.IO, 256, OptionalLong.of(0));
                    if (text.contains("(")) {
                        bar(ResourceType.MEM64_PREF, size(text.replaceAll(".*\\(|\\)", "")), OptionalLong.of(0));
                    }
                }
                case "SD" -> {
                    ids(0x0007);
                    bar(ResourceType.MEM32, 256, firmware);
                }
                case "ED" -> bar(ResourceType.MEM32, 0x100000, firmware);
                case "NV" -> bar(ResourceType.MEM64, 0x4000, firmware);
                case "BR" -> bridge(BridgeKind.PCI, false);
                case "RP", "PORT" -> {
                    bar(ResourceType.MEM32, 0x1000, firmware);
                    bridge(BridgeKind.ROOT_PORT, name.equals("RP"));
                }
                case "RPn" -> bridge(BridgeKind.ROOT_PORT, false);
                case "RPh" -> bridge(BridgeKind.ROOT_PORT, true);
                case "UP" -> bridge(BridgeKind.UPSTREAM_PORT, false);
                case "DN" -> bridge(BridgeKind.DOWNSTREAM_PORT, false);
                case "PP" -> {
                    bar(ResourceType.MEM64, 256, firmware);
                    bridge(BridgeKind.PCIE_TO_PCI, false);
                }
                case "HOST" -> builder.ids(DeviceIds.of(0x1b36, 0x0008, 0x060000));
                default -> throw new IllegalArgumentException("no kind of function: " + text);
            }
        }

        private void ids(int device) {
            builder.ids(DeviceIds.of(0x1b36, device, 0xff0000));
        }

        private void bar(ResourceType type, long size, OptionalLong firmware) {
            builder.bar(new Bar(nextBar, type, size, firmware, false, List.of()));
            nextBar += type.is64Bit() ? 2 : 1;
        }

        private void bridge(BridgeKind kind, boolean hotplug) {
            builder.ids(DeviceIds.of(0x1b36, 0x0001, 0x060400));
            bridge = Optional.of(Bridge.of(kind, List.of()).withHotplug(hotplug));
        }

        private void window(String text) {
            String[] ends = text.substring(text.indexOf('=') + 1).split("-");
            AddressRange range = new AddressRange(Long.decode(ends[0]), Long.decode(ends[1]));
            Bridge old = bridge.orElseThrow();
            Optional<BridgeWindow> io = text.startsWith("io") ? Optional.of(BridgeWindow.open(ResourceType.IO, range)) : old.io();
            Optional<BridgeWindow> memory =
                    text.startsWith("mem") ? Optional.of(BridgeWindow.open(ResourceType.MEM32, range)) : old.memory();
            Optional<BridgeWindow> pref = text.startsWith("pref")
                    ? Optional.of(BridgeWindow.open(ResourceType.MEM64_PREF, range)) : old.prefetchable();
            bridge = Optional.of(new Bridge(old.kind(), old.secondary(), old.subordinate(), old.hotplug(), old.transparent(),
                    io, memory, pref, old.functions()));
        }

        private void vf(String text) {
            String[] parts = text.split("[:*]");
            Bar bar = Bar.of(0, type(parts[0]), size(parts[1]));
            builder.sriov(new Sriov(Integer.parseInt(parts[2]), 0x80, 1, 0x1234, new TreeSet<>(), List.of(bar)));
        }

        private void finish(List<Function> below) {
            bridge.ifPresent(one -> builder.bridge(new Bridge(one.kind(), OptionalInt.empty(), OptionalInt.empty(),
                    one.hotplug(), one.transparent(), one.io(), one.memory(), one.prefetchable(), below)));
        }

        private static ResourceType type(String text) {
            return switch (text) {
                case "m32" -> ResourceType.MEM32;
                case "m64" -> ResourceType.MEM64;
                case "p64" -> ResourceType.MEM64_PREF;
                case "io" -> ResourceType.IO;
                default -> throw new IllegalArgumentException("no type: " + text);
            };
        }
    }
}
