package org.pcitopo.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Topology;

/**
 * A random {@code pci=} parameter.
 *
 * @param kind which sort, {@code none} for no parameter
 * @param text for the kernel's command line, empty for no parameter
 */
public record RandomParameter(String kind, String text) {

    private static final List<String> SIZES = List.of("0", "256", "4K", "8K", "64K", "1M", "3M", "8M", "16M", "48M", "128M", "256M");
    private static final List<String> X86_OPTIONS =
            List.of("nocrs", "nobar", "rom", "norom", "skip_isa_align", "nocrs,realloc", "nobar,realloc", "assign-busses",
                    "realloc,rom", "nocrs,skip_isa_align", "assign-busses,hpbussize=3", "no_e820", "use_e820");

    /** The parameter of {@code seed} for a machine with these functions; the same for the same seed. */
    public static RandomParameter of(long seed, Topology topology) {
        SplittableRandom random = new SplittableRandom(seed * 31 + 7);
        List<Function> root = topology.hostBridges().get(0).functions();
        Function function = root.get(random.nextInt(root.size()));
        int order = 12 + random.nextInt(random.nextInt(3) == 0 ? 17 : 10);
        boolean x86 = topology.platform().architecture().isX86();
        return switch (random.nextInt(x86 ? 14 : 11)) {
            case 0 -> alignment("all-small", order + "@pci:0:0");
            case 1 -> alignment("vd", order + "@pci:1b36:0005");
            case 2 -> alignment("bdf", String.format("%d@00:%02x.%x", order, function.device(), function.function()));
            case 3 -> alignment("path", String.format("%d@00:%02x.%x/00.0", order, function.device(), function.function()));
            case 4 -> alignment("multi", "pci:1b36:0007;16@pci:1af4:0;" + order + "@pci:8086:0");
            case 5 -> new RandomParameter("realloc", "pci=realloc");
            case 6 -> new RandomParameter("combo", "pci=realloc,resource_alignment=" + order + "@pci:0:0");
            case 7 -> alignment("odd", odd(random, function));
            case 8 -> new RandomParameter("hp-realloc", "pci=realloc," + hotplug(random));
            case 9 -> new RandomParameter("no-realloc", "pci=realloc=off" + (random.nextBoolean() ? "" : "," + hotplug(random)));
            case 10 -> new RandomParameter("hp", "pci=" + hotplug(random));
            default -> new RandomParameter("x86", "pci=" + X86_OPTIONS.get(random.nextInt(X86_OPTIONS.size())));
        };
    }

    /** No parameter. */
    public static RandomParameter none() {
        return new RandomParameter("none", "");
    }

    private static RandomParameter alignment(String kind, String list) {
        return new RandomParameter(kind, "pci=resource_alignment=" + list);
    }

    /** Lists that are written in unusual ways, and some that are wrong. */
    private static String odd(SplittableRandom random, Function function) {
        String place = String.format("00:%02x.%x", function.device(), function.function());
        List<String> lists = List.of("-1@" + place, "64@" + place, "63@pci:1b36:0", "0@pci:0:0", "5@pci:0:0", "+14@" + place,
                "16@" + place + ";garbage;16@pci:1b36:0005", "21@" + place + ";14@" + place + ";15@pci:0:0", "0x10@" + place,
                "16@pci:1b36:0005,14@pci:1b36:0007", "16@" + place + ",14@pci:0:0", "16@0:" + place + ";;18@pci:8086:0",
                "16@pci:1b36:0005:1af4:1100", "16@*:*.*", "14@" + place + "/00.0/00.0", "32@pci:1b36:0007");
        return lists.get(random.nextInt(lists.size()));
    }

    /** One to three reserves of hot-plug capable bridges. */
    private static String hotplug(SplittableRandom random) {
        List<String> options = new ArrayList<>();
        for (String name : List.of("hpiosize", "hpmmiosize", "hpmmioprefsize", "hpmemsize", "hpbussize")) {
            if (random.nextInt(3) == 0) {
                options.add(name + "=" + (name.equals("hpbussize") ? "" + random.nextInt(8)
                        : SIZES.get(random.nextInt(name.equals("hpiosize") ? 5 : SIZES.size()))));
            }
        }
        return options.isEmpty() ? "hpmemsize=" + SIZES.get(random.nextInt(SIZES.size())) : String.join(",", options);
    }
}
