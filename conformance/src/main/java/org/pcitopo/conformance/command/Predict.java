package org.pcitopo.conformance.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.random.RandomParameter;
import org.pcitopo.conformance.random.RandomTopology;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;
import org.pcitopo.simulator.topology.Topology;

/**
 * {@code conformance/predict}: simulates random machines and prints a checksum for each, so that two states of the simulator can
 * be compared; or the seeds whose machines depend on one behaviour. Only those are worth a boot.
 */
public final class Predict {

    private static final Set<String> OPTIONS = Set.of("--machine", "--kernel", "--like", "--page-size", "--inverting");
    private static final String USAGE = """
            usage: conformance/predict SEED N --machine MACHINE --kernel RELEASE --like RECORDING [--page-size BYTES] [--inverting BEHAVIOUR]
              simulates the random machines SEED to SEED+N-1 in the host windows of RECORDING, which is of the same machine, without
              (a) and with (b) a parameter, and prints a checksum of each; with BEHAVIOUR only the seeds for which it makes a
              difference. Only machines on which firmware assigns nothing: virt, pseries-vof, powernv9
            """;

    private final Topology base;
    private final MachineKind machine;
    private final KernelRules rules;
    private final long pageSize;
    private final Optional<Behaviour> inverted;
    private final PrintStream out;

    private Predict(Topology base, MachineKind machine, KernelRules rules, long pageSize, Optional<Behaviour> inverted,
            PrintStream out) {
        this.base = base;
        this.machine = machine;
        this.rules = rules;
        this.pageSize = pageSize;
        this.inverted = inverted;
        this.out = out;
    }

    /** Ends with status 0, or 2 for wrong usage or a recording that cannot be read. */
    public static void main(String[] texts) {
        new Program("predict", OPTIONS, USAGE).run(texts, Predict::run);
    }

    private static int run(Arguments arguments, PrintStream messages) throws Arguments.Wrong {
        List<Long> seeds = arguments.seeds();
        MachineKind machine = Arguments.machine(arguments.needed("--machine"));
        Topology base;
        try {
            base = Capture.read(Sources.open(Path.of(arguments.needed("--like")))).topology();
        } catch (CaptureException unreadable) {
            messages.println("predict: " + unreadable.getMessage());
            return 2;
        }
        Optional<Behaviour> inverted = Optional.empty();
        if (arguments.option("--inverting").isPresent()) {
            inverted = Optional.of(behaviour(arguments.option("--inverting").get()));
        }
        long pageSize = Arguments.number(arguments.option("--page-size").orElse("4096"));
        Predict predict = new Predict(base, machine, KernelRules.mainline(KernelRelease.of(arguments.needed("--kernel"))), pageSize,
                inverted, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (long seed : seeds) {
            predict.pair(seed);
        }
        return 0;
    }

    private static Behaviour behaviour(String name) throws Arguments.Wrong {
        try {
            return Behaviour.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new Arguments.Wrong("no behaviour " + name + "; there are " + List.of(Behaviour.values()));
        }
    }

    private void pair(long seed) {
        Topology topology = RandomTopology.of(seed, machine);
        Topology here = inBase(topology);
        print(seed + "-a", here, RandomParameter.none());
        print(seed + "-b", here, RandomParameter.of(seed, topology));
    }

    /** The random functions on the platform and in the windows of the recording, as far as they have none of their own. */
    private Topology inBase(Topology random) {
        List<HostBridge> hosts = new ArrayList<>();
        for (int i = 0; i < random.hostBridges().size(); i++) {
            HostBridge like = base.hostBridges().get(i);
            HostBridge host = random.hostBridges().get(i);
            List<HostWindow> windows = host.windows().isEmpty() ? like.windows() : host.windows();
            hosts.add(new HostBridge(like.domain(), like.firstBus(), Math.min(like.lastBus(), host.lastBus()), like.name(), windows,
                    like.ioda(), like.preserveConfig(), host.functions()));
        }
        return base.withHostBridges(hosts);
    }

    private void print(String name, Topology topology, RandomParameter parameter) {
        String simulated = simulate(topology, rules, parameter);
        boolean idle = inverted.filter(behaviour -> simulated.equals(simulate(topology, rules.inverting(behaviour), parameter)))
                .isPresent();
        if (!idle) {
            CRC32 checksum = new CRC32();
            checksum.update(simulated.getBytes(StandardCharsets.UTF_8));
            out.printf("%s %08x %s%n", name, checksum.getValue(), parameter.text());
        }
    }

    private String simulate(Topology topology, KernelRules with, RandomParameter parameter) {
        try {
            return text(Simulator.simulate(topology, Boot.of("random", with, pageSize, parameter.text())));
        } catch (TopologyException tooFewBuses) {
            return tooFewBuses.getMessage();
        }
    }

    private static String text(Simulation simulation) {
        StringBuilder text = new StringBuilder();
        simulation.assignment().resources().forEach(resource -> text.append(resource.key()).append(' ').append(resource.state())
                .append(' ').append(resource.range()).append('\n'));
        simulation.mappings().forEach(mapping -> text.append(mapping).append('\n'));
        return text.toString();
    }
}
