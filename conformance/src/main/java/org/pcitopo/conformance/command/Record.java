package org.pcitopo.conformance.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.QemuMachine;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.conformance.random.RandomTopology;
import org.pcitopo.conformance.workshop.KernelChoice;
import org.pcitopo.conformance.workshop.Workshop;
import org.pcitopo.simulator.topology.Topology;

/** {@code conformance/record}: one boot, one bundle. */
public final class Record {

    private static final Set<String> OPTIONS = Set.of("--machine", "--kernel", "--command-line", "--seed", "--like", "--paired-with",
            "--kind", "--name", "-o");
    private static final String USAGE = """
            usage: conformance/record --machine MACHINE --kernel KERNEL (--seed N | --like SOURCE) [-o FILE.tar.gz | -o FOLDER]
              --machine MACHINE      %s
              --kernel KERNEL        a release (6.12, 6.18.12), with a flavour (6.12:arm64-16k), or a folder of conformance/kernels
              --seed N               a random topology, the same for the same N
              --like SOURCE          the topology of a bundle or a kernel log
              --command-line TEXT    more kernel parameters
              --kind WORD, --paired-with NAME, --name NAME    what meta.json says of this boot
            """.formatted(Stream.of(MachineKind.values()).map(MachineKind::id).collect(Collectors.joining(", ")));

    private Record() {
    }

    /** Ends with status 0, 2 for wrong usage, 3 where the boot failed. */
    public static void main(String[] texts) {
        new Program("record", OPTIONS, USAGE).run(texts, Record::run);
    }

    private static int run(Arguments arguments, PrintStream messages)
            throws Arguments.Wrong, BootException, CaptureException, IOException {
        MachineKind machine = Arguments.machine(arguments.needed("--machine"));
        Optional<String> seedText = arguments.option("--seed");
        Optional<Long> seed = seedText.isPresent() ? Optional.of(Arguments.number(seedText.get())) : Optional.empty();
        Topology topology = seed.isPresent() ? RandomTopology.of(seed.get(), machine) : like(arguments.needed("--like"));
        QemuPlan plan = QemuMachine.translate(topology, machine);
        plan.remarks().forEach(remark -> messages.println("record: " + remark));
        Workshop workshop = Launch.workshop(messages::println);
        KernelFolder kernel = workshop.kernel(KernelChoice.parse(arguments.needed("--kernel")), machine);
        String label = seed.isPresent() ? RandomTopology.LABEL : arguments.needed("--like").replaceAll(".*/", "");
        String name = arguments.option("--name").orElse(machine.id() + "-" + kernel.release() + seed.map(n -> "-s" + n).orElse(""));
        Description description = new Description(seed, label, arguments.option("--paired-with"),
                arguments.option("--kind").orElse("none"), workshop.qemuVersion(machine));
        Bundle bundle = workshop.record(name, plan, kernel, arguments.option("--command-line").orElse(""), description);
        Path target = Path.of(arguments.option("-o").orElse(name + ".tar.gz"));
        bundle.write(target);
        messages.println("record: " + target + " written");
        return 0;
    }

    private static Topology like(String source) throws CaptureException {
        return Capture.read(List.copyOf(Sources.open(Path.of(source)))).topology();
    }
}
