package org.pcitopo.conformance.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.capture.replay.Difference;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.prove.Proof;
import org.pcitopo.conformance.prove.ProofException;
import org.pcitopo.conformance.prove.ProofRequest;
import org.pcitopo.conformance.prove.Prover;
import org.pcitopo.conformance.prove.Stage;
import org.pcitopo.conformance.random.RandomSteps;
import org.pcitopo.conformance.random.RandomTopology;
import org.pcitopo.conformance.workshop.KernelChoice;
import org.pcitopo.conformance.workshop.Workshop;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Topology;

/**
 * {@code conformance/fuzz-steps}: boots random topologies, does random things to them after the boot, and compares the
 * simulation with what the kernel did after each.
 */
public final class FuzzSteps {

    private static final Set<String> OPTIONS = Set.of("--machine", "--kernel", "--keep", "--keep-all");
    private static final String USAGE = """
            usage: conformance/fuzz-steps SEED N --machine MACHINE --kernel KERNEL [--keep FOLDER] [--keep-all FOLDER]
              boots the topologies SEED to SEED+N-1, does random steps to each, and prints a line for each state; bundles of
              states that differ are kept in FOLDER
            """;
    private static final int SHOWN_DIFFERENCES = 5;
    private static final String STEP = "-step";

    private final Prover prover;
    private final KernelFolder kernel;
    private final PrintStream out;
    private final Optional<Path> keep;
    private final Optional<Path> keepAll;
    private int states;
    private int identical;

    private FuzzSteps(Workshop workshop, KernelFolder kernel, PrintStream out, Optional<Path> keep,
            Optional<Path> keepAll) {
        this.prover = new Prover(workshop);
        this.kernel = kernel;
        this.out = out;
        this.keep = keep;
        this.keepAll = keepAll;
    }

    /** Ends with status 0 where all states agree, 1 where one differs, 2 for wrong usage, 3 where nothing could be booted. */
    public static void main(String[] texts) {
        new Program("fuzz-steps", OPTIONS, USAGE).run(texts, (arguments, messages) -> run(arguments));
    }

    private static int run(Arguments arguments) throws Arguments.Wrong, BootException, IOException {
        List<Long> seeds = arguments.seeds();
        MachineKind machine = Arguments.machine(arguments.needed("--machine"));
        Workshop workshop = Launch.workshop(line -> { });
        KernelFolder kernel = workshop.kernel(KernelChoice.parse(arguments.needed("--kernel")), machine);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FuzzSteps fuzz = new FuzzSteps(workshop, kernel, out, arguments.option("--keep").map(Path::of),
                arguments.option("--keep-all").map(Path::of));
        for (long seed : seeds) {
            fuzz.prove(seed, machine);
        }
        out.printf("%d states, %d identical%n", fuzz.states, fuzz.identical);
        return fuzz.states == 0 ? 3 : fuzz.states == fuzz.identical ? 0 : 1;
    }

    private void prove(long seed, MachineKind machine) throws IOException {
        Topology topology = RandomTopology.of(seed, machine);
        KernelRules rules = KernelRules.mainline(KernelRelease.of(kernel.release()));
        Boot boot = Boot.of("random", rules, topology.platform().pageSize(), "");
        String name = String.format("%s-%s-%s-s%04d", machine.id(), kernel.release(), kernel.facts().getOrDefault("flavour", ""), seed);
        try {
            Simulation plain = Simulator.simulate(topology, boot);
            List<BootStep> steps = RandomSteps.of(seed, plain.assignment().functions(), machine.rescanRenumbersBuses());
            Simulation wanted = new Simulation(topology, new Boot("random", rules, boot.pageSize(), "", steps), plain.assignment(),
                    plain.mappings(), plain.evidence(), plain.assumptions());
            Proof proof = prover.prove(new ProofRequest(wanted, Optional.of(machine),
                    Optional.of(new KernelChoice.Folder(kernel.path()))));
            for (Stage stage : proof.stages()) {
                show(name, stage);
            }
        } catch (TopologyException impossible) {
            out.println(name + ": cannot be simulated: " + impossible.getMessage());
        } catch (ProofException none) {
            out.println(name + ": no recording: " + none.getMessage());
            none.details().forEach(line -> out.println("    " + line));
        }
    }

    private void show(String name, Stage stage) throws IOException {
        states++;
        out.printf("%s %s: %d resources, %d mappings, %d different%n", name, stage.what(), stage.comparison().resources().compared(),
                stage.comparison().mappings().compared(), stage.comparison().differences().size());
        if (keepAll.isPresent()) {
            write(name, stage, keepAll.get());
        }
        if (stage.comparison().differences().isEmpty()) {
            identical++;
            return;
        }
        for (Difference difference : stage.comparison().differences().stream().limit(SHOWN_DIFFERENCES).toList()) {
            out.printf("    %s: simulated %s, recorded %s%n", difference.resource(), difference.simulated(), difference.recorded());
        }
        if (keep.isPresent()) {
            write(name, stage, keep.get());
        }
    }

    private static void write(String name, Stage stage, Path folder) throws IOException {
        int step = stage.bundle().name().lastIndexOf(STEP);
        stage.bundle().write(folder.resolve(name + (step < 0 ? "" : stage.bundle().name().substring(step)) + ".tar.gz"));
    }
}
