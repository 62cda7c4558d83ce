package org.pcitopo.conformance.random;

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

    private static final List<String> OTHER_OPTIONS = List.of("hpmmiosize=4M", "hpmmioprefsize=32M", "hpmemsize=8M",
            "hpmmiosize=0", "hpiosize=4K", "realloc=on", "realloc=off", "realloc,hpmmiosize=16M,hpmmioprefsize=64M");
    private static final List<String> X86_OPTIONS =
            List.of("nocrs", "nobar", "rom", "norom", "skip_isa_align", "nocrs,realloc", "nobar,realloc", "assign-busses");

    /** The parameter of {@code seed} for a machine with these functions; the same for the same seed. */
    public static RandomParameter of(long seed, Topology topology) {
        SplittableRandom random = new SplittableRandom(seed * 31 + 7);
        List<Function> root = topology.hostBridges().get(0).functions();
        Function function = root.get(random.nextInt(root.size()));
        int order = 12 + random.nextInt(10);
        boolean x86 = topology.platform().architecture().isX86();
        return switch (random.nextInt(x86 ? 10 : 8)) {
            case 0 -> alignment("all-small", order + "@pci:0:0");
            case 1 -> alignment("vd", order + "@pci:1b36:0005");
            case 2 -> alignment("bdf", String.format("%d@00:%02x.%x", order, function.device(), function.function()));
            case 3 -> alignment("path", String.format("%d@00:%02x.%x/00.0", order, function.device(), function.function()));
            case 4 -> alignment("multi", "pci:1b36:0007;16@pci:1af4:0;" + order + "@pci:8086:0");
            case 5 -> new RandomParameter("realloc", "pci=realloc");
            case 6 -> new RandomParameter("combo", "pci=realloc,resource_alignment=" + order + "@pci:0:0");
            case 7 -> new RandomParameter("hp", "pci=" + OTHER_OPTIONS.get(random.nextInt(OTHER_OPTIONS.size())));
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
}
