package org.pcitopo.conformance.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.boot.BootException;
import org.pcitopo.conformance.boot.KernelFolder;
import org.pcitopo.conformance.bundle.Bundle;
import org.pcitopo.conformance.bundle.Bundle.Description;
import org.pcitopo.conformance.machine.MachineKind;
import org.pcitopo.conformance.machine.Place;
import org.pcitopo.conformance.machine.QemuMachine;
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.conformance.machine.Remark;
import org.pcitopo.conformance.prove.Proof.Gap;
import org.pcitopo.conformance.workshop.Recorder;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Platform;

/** Builds a person's topology in QEMU as nearly as it can, boots it, and compares what the kernel did with the simulation. */
public final class Prover {

    private final Recorder recorder;

    public Prover(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Proves {@code request}.
     *
     * @throws ProofException where nothing can be booted for it, or the boot gave no recording
     */
    public Proof prove(ProofRequest request) throws ProofException {
        Simulation wanted = request.wanted();
        MachineKind machine = machine(request);
        QemuPlan plan = QemuMachine.translate(wanted.topology(), machine);
        if (plan.counterparts().stream().noneMatch(counterpart -> counterpart.built().isPresent())) {
            throw new ProofException("QEMU can build nothing of this topology as " + machine.id() + ": "
                    + plan.remarks().stream().map(Remark::toString).collect(Collectors.joining("; ")));
        }
        try {
            String qemuVersion = recorder.qemuVersion(machine);
            KernelFolder kernel = recorder.kernel(UsualKernel.of(wanted.boot(), machine, request.kernel()), machine);
            return new Run(wanted, plan, qemuVersion, kernel).proof();
        } catch (BootException failed) {
            List<String> lines = Arrays.asList(failed.getMessage().split("\n"));
            throw new ProofException(lines.get(0), lines.subList(1, lines.size()), failed);
        } catch (TopologyException impossible) {
            throw new ProofException("the machine that QEMU builds of it cannot be simulated: " + impossible.getMessage(), List.of(),
                    impossible);
        } catch (CaptureException | IOException unreadable) {
            throw new ProofException("the recording cannot be compared: " + unreadable.getMessage(), List.of(), unreadable);
        }
    }

    private static MachineKind machine(ProofRequest request) throws ProofException {
        Platform platform = request.wanted().topology().platform();
        if (request.machine().isEmpty()) {
            return MachineKind.of(platform).orElseThrow(() -> new ProofException("no machine of QEMU for "
                    + platform.architecture().id() + " is known here; there are x86_64, aarch64 and ppc64le"));
        }
        MachineKind machine = request.machine().get();
        if (machine.architecture() != platform.architecture()) {
            throw new ProofException("the topology is one of " + platform.architecture().id() + ", and " + machine.id()
                    + " is a machine of " + machine.architecture().id());
        }
        return machine;
    }

    /** One machine with one kernel. */
    private final class Run {

        private final Simulation wanted;
        private final QemuPlan plan;
        private final String qemuVersion;
        private final KernelFolder kernel;
        private final Addresses addresses;
        private final KernelParameters parameters;

        private Run(Simulation wanted, QemuPlan plan, String qemuVersion, KernelFolder kernel) {
            this.wanted = wanted;
            this.plan = plan;
            this.qemuVersion = qemuVersion;
            this.kernel = kernel;
            this.addresses = Addresses.ofWanted(wanted);
            this.parameters = KernelParameters.of(wanted.boot().commandLine());
        }

        private Proof proof() throws BootException, CaptureException, IOException {
            Translation expected = translation(BuiltTopology.numbered(plan, wanted.topology(), wanted.boot()));
            Recorded recorded = boot(expected);
            Translation actual = translation(recorded.simulation);
            if (!commandLine(actual).equals(commandLine(expected)) || !steps(actual).equals(steps(expected))) {
                // Buses are numbered otherwise than was foreseen: now it is known how.
                recorded = boot(actual);
                expected = actual;
            }
            return proof(recorded, commandLine(expected), steps(expected));
        }

        private Translation translation(Simulation built) {
            return new Translation(plan.counterparts(), addresses, Addresses.ofBuilt(built), wanted.boot().rules(),
                    plan.kind().architecture());
        }

        private String commandLine(Translation translation) {
            return translation.commandLine(parameters.text());
        }

        private List<BootStep> steps(Translation translation) {
            return wanted.boot().steps().stream().flatMap(step -> translation.step(step).stream()).toList();
        }

        private Recorded boot(Translation translation) throws BootException, CaptureException, IOException {
            String name = plan.kind().id() + "-" + (kernel.release().isEmpty() ? "own-kernel" : kernel.release());
            Description description = new Description(Optional.empty(), wanted.topology().name(), Optional.empty(), "none", qemuVersion);
            return new Recorded(recorder.record(name, plan, kernel, commandLine(translation), steps(translation), description));
        }

        private Proof proof(Recorded recorded, String commandLine, List<BootStep> steps) throws CaptureException, IOException {
            List<Stage> stages = new ArrayList<>(List.of(stage("boot", recorded.bundles.get(0), recorded.machine, recorded.simulation)));
            boolean asked = !recorded.machine.outcome().regions().isEmpty();
            for (int i = 1; i < recorded.bundles.size(); i++) {
                Recorded after = new Recorded(recorded.bundles.subList(i, i + 1));
                stages.add(stage(StepText.of(steps.get(i - 1)), after.bundles.get(0), after.machine, after.simulation));
                asked |= !after.machine.outcome().regions().isEmpty();
            }
            List<ProvenResource> resources = new ResourceProof(wanted, recorded.simulation, recorded.machine.outcome(),
                    stages.get(0).comparison()).of(plan.counterparts());
            List<String> remarks = new ArrayList<>(Remarks.of(wanted, recorded.machine, plan.kind(), parameters, commandLine, asked,
                    kernel.facts().containsKey("image")));
            if (steps.size() < wanted.boot().steps().size()) {
                remarks.add((wanted.boot().steps().size() - steps.size()) + " of the steps after the boot were not done: nothing stands"
                        + " for the functions that they name");
            }
            return new Proof(wanted, plan.kind(), qemuVersion, describe(stages.get(0)), stages, resources, gaps(), remarks);
        }

        private Stage stage(String what, Bundle bundle, CapturedMachine machine, Simulation simulation) throws CaptureException {
            return new Stage(what, bundle, simulation, Replay.run(bundle.name(), machine));
        }

        private String describe(Stage boot) {
            String packaged = kernel.facts().getOrDefault("package", "");
            return "Linux " + boot.comparison().kernel() + " (" + (packaged.isEmpty()
                    ? kernel.facts().getOrDefault("image", kernel.path().toString())
                    : packaged + " " + kernel.facts().getOrDefault("version", "")) + ")";
        }

        private List<Gap> gaps() {
            List<Gap> gaps = new ArrayList<>();
            for (Remark remark : plan.remarks()) {
                gaps.add(new Gap(where(remark.where()), remark.kind() == Remark.Kind.LEFT_OUT, remark.text()));
            }
            return gaps;
        }

        private String where(Place place) {
            if (place.path().isEmpty()) {
                return wanted.topology().hostBridges().get(place.host()).id();
            }
            String name = plan.counterparts().stream().filter(counterpart -> counterpart.wanted().equals(place))
                    .map(counterpart -> counterpart.function().name()).filter(text -> !text.isEmpty()).map(text -> " " + text)
                    .findFirst().orElse("");
            return addresses.of(place).map(Object::toString).orElse(place.toString()) + name;
        }
    }

    /** What came of a boot, and the first of it read. */
    private static final class Recorded {

        private final List<Bundle> bundles;
        private final CapturedMachine machine;
        private final Simulation simulation;

        private Recorded(List<Bundle> bundles) throws CaptureException, IOException {
            this.bundles = bundles;
            this.machine = Capture.read(Sources.open(bundles.get(0).name(), bundles.get(0).packed()));
            this.simulation = Simulator.simulate(machine.topology(), Replay.boots(machine.boot()).get(0));
        }
    }
}
