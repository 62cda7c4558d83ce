package org.pcitopo.conformance.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.replay.Difference;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuMachine;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.conformance.random.RandomParameter;
import org.pcitopo.conformance.random.RandomTopology;
import org.pcitopo.conformance.workshop.KernelChoice;
import org.pcitopo.conformance.workshop.Workshop;
import org.pcitopo.simulator.topology.Topology;

/**
 * {@code conformance/fuzz}: boots random topologies, each without and with a random {@code pci=} parameter, and compares the
 * simulation with what the kernel did.
 */
public final class Fuzz {

    private static final Set<String> OPTIONS = Set.of("--machine", "--kernel", "--keep", "--keep-all");
    private static final String USAGE = """
            usage: conformance/fuzz SEED N --machine MACHINE[,…] --kernel KERNEL[,…] [--keep FOLDER] [--keep-all FOLDER]
                   conformance/fuzz SEED,SEED… --machine MACHINE --kernel KERNEL …
              boots the topologies SEED to SEED+N-1, taking the machines and kernels in turn (the nth kernel belongs to the nth machine),
              or the listed ones; prints a line for each boot; bundles of boots that differ are kept in FOLDER
            """;
    private static final int SHOWN_DIFFERENCES = 5;

    private final Workshop workshop;
    private final PrintStream out;
    private final Optional<Path> keep;
    private final Optional<Path> keepAll;
    private int boots;
    private int identical;
    private int failed;

    private Fuzz(Workshop workshop, PrintStream out, Optional<Path> keep, Optional<Path> keepAll) {
        this.workshop = workshop;
        this.out = out;
        this.keep = keep;
        this.keepAll = keepAll;
    }

    /** Ends with status 0 where all boots agree, 1 where one differs, 2 for wrong usage, 3 where no boot worked. */
    public static void main(String[] texts) {
        new Program("fuzz", OPTIONS, USAGE).run(texts, (arguments, messages) -> run(arguments));
    }

    private static int run(Arguments arguments) throws Arguments.Wrong, BootException, IOException {
        List<Long> seeds = seeds(arguments);
        List<MachineKind> machines = new ArrayList<>();
        for (String name : arguments.needed("--machine").split(",")) {
            machines.add(Arguments.machine(name));
        }
        String[] names = arguments.needed("--kernel").split(",");
        if (names.length != machines.size()) {
            throw new Arguments.Wrong("give as many kernels as machines");
        }
        Workshop workshop = Launch.workshop(line -> { });
        List<KernelFolder> kernels = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            kernels.add(workshop.kernel(KernelChoice.parse(names[i]), machines.get(i)));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Fuzz fuzz = new Fuzz(workshop, out, arguments.option("--keep").map(Path::of), arguments.option("--keep-all").map(Path::of));
        for (long seed : seeds) {
            int turn = (int) Long.remainderUnsigned(seed, machines.size());
            fuzz.pair(seed, machines.get(turn), kernels.get(turn));
        }
        out.printf("%d boots, %d identical, %d without a recording%n", fuzz.boots, fuzz.identical, fuzz.failed);
        return fuzz.boots == fuzz.failed ? 3 : fuzz.boots == fuzz.identical + fuzz.failed ? 0 : 1;
    }

    private static List<Long> seeds(Arguments arguments) throws Arguments.Wrong {
        if (arguments.words().size() != 1) {
            return arguments.seeds();
        }
        List<Long> seeds = new ArrayList<>();
        for (String seed : arguments.words().get(0).split(",")) {
            seeds.add(Arguments.number(seed));
        }
        return seeds;
    }

    private void pair(long seed, MachineKind machine, KernelFolder kernel) throws IOException, BootException {
        Topology topology = RandomTopology.of(seed, machine);
        String name = String.format("%s-%s-%s-s%04d", machine.id(), kernel.release(), kernel.facts().getOrDefault("flavour", ""), seed);
        boot(name + "-a", topology, machine, kernel, RandomParameter.none(), seed, Optional.empty());
        boot(name + "-b", topology, machine, kernel, RandomParameter.of(seed, topology), seed, Optional.of(name + "-a"));
    }

    private void boot(String name, Topology topology, MachineKind machine, KernelFolder kernel, RandomParameter parameter, long seed,
            Optional<String> pairedWith) throws IOException, BootException {
        boots++;
        Description description = new Description(Optional.of(seed), RandomTopology.LABEL, pairedWith, parameter.kind(),
                workshop.qemuVersion(machine));
        long started = System.nanoTime();
        try {
            Bundle bundle = record(name, QemuMachine.translate(topology, machine), kernel, parameter, description);
            long seconds = (System.nanoTime() - started) / 1_000_000_000;
            if (keepAll.isPresent()) {
                bundle.write(keepAll.get().resolve(name + ".tar.gz"));
            }
            compare(bundle, parameter, seconds);
        } catch (BootException none) {
            failed++;
            out.println(name + " " + parameter.text() + ": no recording: " + none.getMessage());
        }
    }

    /** A machine may be ended from outside, or starve on a busy computer: only what fails twice has failed. */
    private Bundle record(String name, QemuPlan plan, KernelFolder kernel, RandomParameter parameter, Description description)
            throws BootException {
        try {
            return workshop.record(name, plan, kernel, parameter.text(), description);
        } catch (BootException once) {
            out.println(name + ": once more: " + once.getMessage().lines().findFirst().orElse(""));
            return workshop.record(name, plan, kernel, parameter.text(), description);
        }
    }

    private void compare(Bundle bundle, RandomParameter parameter, long seconds) throws IOException {
        try {
            ReplayResult result = Replay.run(bundle.name(), Capture.read(Sources.open(bundle.name(), bundle.packed())));
            out.printf("%s: %d resources, %d mappings, %d different, %d not comparable, %d s %s%n", bundle.name(),
                    result.resources().compared(), result.mappings().compared(), result.differences().size(),
                    result.notComparable().size(), seconds, parameter.text());
            result.differences().stream().limit(SHOWN_DIFFERENCES).forEach(this::show);
            if (result.isIdentical()) {
                identical++;
                return;
            }
        } catch (CaptureException | RuntimeException broken) {
            out.println(bundle.name() + ": cannot be replayed: " + broken);
        }
        if (keep.isPresent()) {
            bundle.write(keep.get().resolve(bundle.name() + ".tar.gz"));
        }
    }

    private void show(Difference difference) {
        out.printf("    %s %s: simulated %s, recorded %s%n", difference.resource().function(),
                difference.resource().name(), difference.simulated(), difference.recorded());
    }
}
