package org.pcitopo.simulator.paper;

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
import org.pcitopo.simulator.topology.Decode;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.MsixTable;
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
 * bridge; {@code RP} a hotplug port with a BAR of 4K; {@code PORT} the same without hotplug; {@code RPn}, {@code RPh},
 * {@code UP}, {@code DN}, {@code DNh} ports without BARs, those with {@code h} hotplug; {@code PP} a PCIe-to-PCI bridge with a
 * 64-bit BAR of 256; {@code CB} a CardBus bridge with a BAR of 4K.
 *
 * <p>BARs are {@code type:size@firmware,option}: types {@code m32 m64 p32 p64 io}, options {@code fixed} and, for a resizable
 * BAR, {@code sizes=64M/256M}. Firmware's value {@code none} is no address of any window. {@code rom:64K,on} is an enabled
 * ROM, {@code rom:128K@0xc0000,shadow} a shadow ROM. {@code vf:p64:16K*4} is a VF BAR of four VFs, {@code vfpages=4K/64K} the
 * page sizes that the VFs support. {@code msix=32@0x2000/0x3000} puts the MSI-X table of 32 vectors and the pending bits into BAR
 * 0.
 *
 * <p>Bridges take {@code io= mem= pref= pref32=} firmware windows, {@code noio nopref closed32} (no such window; a closed 32-bit
 * prefetchable one), {@code transparent} and {@code bus=1-3}. {@code off} and {@code io-off}, {@code mem-off} switch decoders
 * off, {@code class=0600} sets the class.
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
        Items items = new Items(Function.at(Integer.parseInt(place[0], 16), Integer.parseInt(place[1])));
        for (int i = 1; i < words.length; i++) {
            items.add(words[i]);
        }
        return items.build(open ? bus() : List.of());
    }

    /** {@code 4K}, {@code 1M}, {@code 256}, {@code 0x100}, {@code 8E}. */
    static long size(String text) {
        int suffix = "KMGTPE".indexOf(text.charAt(text.length() - 1));
        return suffix < 0 || text.startsWith("0x") ? Long.decode(text)
                : Long.parseLong(text.substring(0, text.length() - 1)) << 10 * (suffix + 1);
    }

    /** {@code 0x1000-0x1fff}. */
    static AddressRange range(String text) {
        String[] ends = text.split("-");
        return new AddressRange(address(ends[0]), address(ends[1]));
    }

    private static long address(String text) {
        return Long.parseUnsignedLong(text.replace("0x", ""), 16);
    }

    /** What stands behind one function's number. */
    private static final class Items {
        private final Function.Builder builder;
        private final List<Bar> vfBars = new ArrayList<>();
        private final TreeSet<Long> vfPages = new TreeSet<>();
        private Optional<Bridge> bridge = Optional.empty();
        private int nextBar;
        private int vfs;
        private boolean io = true;
        private boolean memory = true;

        private Items(Function.Builder builder) {
            this.builder = builder;
            // A function of class 0 is skipped by the kernel.
            ids(0x1000);
        }

        private void add(String word) {
            if (word.startsWith("vf:")) {
                vf(word.substring(3));
            } else if (word.startsWith("vfpages=")) {
                sizes(word).forEach(vfPages::add);
            } else if (word.startsWith("rom:")) {
                rom(word);
            } else if (word.contains(":")) {
                bar(word);
            } else if (word.contains("=")) {
                setting(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else if (!option(word)) {
                kind(word.replaceAll("[(@].*", ""), word);
            }
        }

        private boolean option(String word) {
            switch (word) {
                case "off" -> {
                    io = false;
                    memory = false;
                }
                case "io-off" -> io = false;
                case "mem-off" -> memory = false;
                case "noio" -> windows(Optional.empty(), old().memory(), old().prefetchable());
                case "nopref" -> windows(old().io(), old().memory(), Optional.empty());
                case "closed32" ->
                    windows(old().io(), old().memory(), Optional.of(BridgeWindow.closed(ResourceType.MEM32_PREF)));
                case "transparent" -> bridge = Optional.of(new Bridge(old().kind(), old().secondary(), old().subordinate(),
                        old().hotplug(), true, old().io(), old().memory(), old().prefetchable(), List.of()));
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void kind(String name, String text) {
            OptionalLong firmware = firmware(text);
            switch (name) {
                case "TD" -> {
                    ids(0x0005);
                    bar(ResourceType.MEM32, 0x1000, firmware);
                    bar(ResourceType.IO, 256, OptionalLong.of(0));
                    if (text.contains("(")) {
                        bar(ResourceType.MEM64_PREF, size(text.replaceAll(".*\\(|\\).*", "")), OptionalLong.of(0));
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
                case "RPn", "RPh" -> bridge(BridgeKind.ROOT_PORT, name.equals("RPh"));
                case "UP" -> bridge(BridgeKind.UPSTREAM_PORT, false);
                case "DN", "DNh" -> bridge(BridgeKind.DOWNSTREAM_PORT, name.equals("DNh"));
                case "PP" -> {
                    bar(ResourceType.MEM64, 256, firmware);
                    bridge(BridgeKind.PCIE_TO_PCI, false);
                }
                case "CB" -> {
                    bar(ResourceType.MEM32, 0x1000, firmware);
                    builder.ids(DeviceIds.of(0x104c, 0xac56, 0x060700));
                    bridge = Optional.of(new Bridge(BridgeKind.CARDBUS, OptionalInt.empty(), OptionalInt.empty(), false, false,
                            Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
                }
                case "HOST" -> builder.ids(DeviceIds.of(0x1b36, 0x0008, 0x060000));
                default -> throw new IllegalArgumentException("no kind of function: " + text);
            }
        }

        private void setting(String name, String value) {
            switch (name) {
                case "msix" -> {
                    String[] numbers = value.split("[@/]");
                    builder.msix(new MsixTable(Integer.parseInt(numbers[0]), 0, size(numbers[1]), 0, size(numbers[2])));
                }
                case "io" -> windows(open(ResourceType.IO, value), old().memory(), old().prefetchable());
                case "mem" -> windows(old().io(), open(ResourceType.MEM32, value), old().prefetchable());
                case "pref" -> windows(old().io(), old().memory(), open(ResourceType.MEM64_PREF, value));
                case "pref32" -> windows(old().io(), old().memory(), open(ResourceType.MEM32_PREF, value));
                case "class" -> builder.ids(DeviceIds.of(0x1b36, 0x1000, Integer.parseInt(value, 16) << 8));
                case "bus" -> {
                    String[] ends = value.split("-");
                    bridge = Optional.of(old().withBuses(Integer.parseInt(ends[0], 16),
                            Integer.parseInt(ends[ends.length - 1], 16)));
                }
                default -> throw new IllegalArgumentException("no setting: " + name);
            }
        }

        private static Optional<BridgeWindow> open(ResourceType type, String range) {
            return Optional.of(BridgeWindow.open(type, range(range)));
        }

        private void windows(Optional<BridgeWindow> ioWindow, Optional<BridgeWindow> memoryWindow,
                Optional<BridgeWindow> prefetchable) {
            bridge = Optional.of(new Bridge(old().kind(), old().secondary(), old().subordinate(), old().hotplug(),
                    old().transparent(), ioWindow, memoryWindow, prefetchable, List.of()));
        }

        private Bridge old() {
            return bridge.orElseThrow(() -> new IllegalArgumentException("name the kind of bridge first"));
        }

        private void ids(int device) {
            builder.ids(DeviceIds.of(0x1b36, device, 0xff0000));
        }

        private void bar(String word) {
            String[] parts = word.split("[:@,]");
            List<Long> sizes = word.contains("sizes=") ? sizes(word) : List.of();
            ResourceType type = type(parts[0]);
            builder.bar(new Bar(nextBar, type, size(parts[1]), firmware(word), word.contains(",fixed"), sizes));
            nextBar += type.is64Bit() ? 2 : 1;
        }

        private void bar(ResourceType type, long size, OptionalLong firmware) {
            builder.bar(new Bar(nextBar, type, size, firmware, false, List.of()));
            nextBar += type.is64Bit() ? 2 : 1;
        }

        private void rom(String word) {
            builder.rom(new Rom(size(word.split("[:@,]")[1]), firmware(word), word.contains(",on"), word.contains(",shadow")));
        }

        private static OptionalLong firmware(String word) {
            int at = word.indexOf('@');
            if (at < 0) {
                return OptionalLong.of(0);
            }
            String value = word.substring(at + 1).replaceAll(",.*", "");
            return value.equals("none") ? OptionalLong.empty() : OptionalLong.of(address(value));
        }

        private static List<Long> sizes(String word) {
            return List.of(word.substring(word.indexOf('=') + 1).split("/")).stream().map(FunctionText::size).toList();
        }

        private void bridge(BridgeKind kind, boolean hotplug) {
            builder.ids(DeviceIds.of(0x1b36, 0x0001, 0x060400));
            bridge = Optional.of(Bridge.of(kind, List.of()).withHotplug(hotplug));
        }

        private void vf(String text) {
            String[] parts = text.split("[:*@]");
            ResourceType type = type(parts[0]);
            int index = vfBars.stream().mapToInt(bar -> bar.index() + (bar.type().is64Bit() ? 2 : 1)).max().orElse(0);
            vfBars.add(Bar.of(index, type, size(parts[1])).withFirmwareStart(firmware(text)));
            vfs = Integer.parseInt(parts[2]);
        }

        private Function build(List<Function> below) {
            bridge.ifPresent(one -> builder.bridge(one.withFunctions(below)));
            if (!vfBars.isEmpty()) {
                builder.sriov(new Sriov(vfs, 0x80, 1, 0x1234, vfPages, vfBars));
            }
            return builder.decode(new Decode(io, memory)).build();
        }

        private static ResourceType type(String text) {
            return switch (text) {
                case "m32" -> ResourceType.MEM32;
                case "m64" -> ResourceType.MEM64;
                case "p32" -> ResourceType.MEM32_PREF;
                case "p64" -> ResourceType.MEM64_PREF;
                case "io" -> ResourceType.IO;
                default -> throw new IllegalArgumentException("no type: " + text);
            };
        }
    }
}
