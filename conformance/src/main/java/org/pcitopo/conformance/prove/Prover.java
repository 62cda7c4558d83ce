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
import org.pcitopo.capture.replay.ReplayResult;
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
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.Topology;

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
        KernelParameters parameters = KernelParameters.of(wanted.boot().commandLine());
        try {
            String qemuVersion = recorder.qemuVersion(machine);
            KernelFolder kernel = recorder.kernel(request.kernel().isPresent() ? request.kernel().get()
                    : UsualKernel.of(wanted.boot(), machine), machine);
            String name = machine.id() + "-" + (kernel.release().isEmpty() ? "own-kernel" : kernel.release());
            Description description = new Description(Optional.empty(), wanted.topology().name(), Optional.empty(), "none", qemuVersion);
            Bundle bundle = recorder.record(name, plan, kernel, parameters.text(), description);
            return proof(wanted, plan, qemuVersion, kernel, bundle, parameters);
        } catch (BootException failed) {
            List<String> lines = Arrays.asList(failed.getMessage().split("\n"));
            throw new ProofException(lines.get(0), lines.subList(1, lines.size()), failed);
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

    private static Proof proof(Simulation wanted, QemuPlan plan, String qemuVersion, KernelFolder kernel, Bundle bundle,
            KernelParameters parameters) throws ProofException {
        try {
            CapturedMachine recorded = Capture.read(Sources.open(bundle.name(), bundle.packed()));
            ReplayResult comparison = Replay.run(bundle.name(), recorded);
            // What Replay has just simulated; a machine that it could not simulate is an exception.
            Simulation stoodIn = Simulator.simulate(recorded.topology(), Replay.boots(recorded.boot()).get(0));
            List<ProvenResource> resources = new ResourceProof(wanted, stoodIn, recorded.outcome(), comparison).of(plan.counterparts());
            return new Proof(wanted, plan.kind(), qemuVersion, describe(kernel, comparison), bundle, stoodIn, comparison, resources,
                    gaps(plan, wanted), remarks(wanted, recorded, comparison, parameters));
        } catch (CaptureException | IOException unreadable) {
            throw new ProofException("the recording cannot be compared: " + unreadable.getMessage(), List.of(), unreadable);
        }
    }

    private static String describe(KernelFolder kernel, ReplayResult comparison) {
        String packaged = kernel.facts().getOrDefault("package", "");
        return "Linux " + comparison.kernel() + (packaged.isEmpty()
                ? " (" + kernel.facts().getOrDefault("image", kernel.path().toString()) + ")"
                : " (" + packaged + " " + kernel.facts().getOrDefault("version", "") + ")");
    }

    private static List<Gap> gaps(QemuPlan plan, Simulation wanted) {
        Addresses addresses = new Addresses(wanted);
        List<Gap> gaps = new ArrayList<>();
        for (Remark remark : plan.remarks()) {
            gaps.add(new Gap(where(remark.where(), wanted.topology(), addresses, plan), remark.kind() == Remark.Kind.LEFT_OUT, remark.text()));
        }
        return gaps;
    }

    private static String where(Place place, Topology topology, Addresses addresses, QemuPlan plan) {
        if (place.path().isEmpty()) {
            return topology.hostBridges().get(place.host()).id();
        }
        String name = plan.counterparts().stream().filter(counterpart -> counterpart.wanted().equals(place))
                .map(counterpart -> counterpart.function().name()).filter(text -> !text.isEmpty()).map(text -> " " + text)
                .findFirst().orElse("");
        return addresses.of(place).map(Object::toString).orElse(place.toString()) + name;
    }

    private static List<String> remarks(Simulation wanted, CapturedMachine recorded, ReplayResult comparison,
            KernelParameters parameters) {
        List<String> remarks = new ArrayList<>();
        Boot boot = wanted.boot();
        if (recorded.boot().pageSize().value() != boot.pageSize()) {
            remarks.add("the kernel has pages of " + (recorded.boot().pageSize().value() >> 10) + "K, and the boot says "
                    + (boot.pageSize() >> 10) + "K");
        }
        if (recorded.boot().machine().value() != wanted.topology().platform().machine()) {
            remarks.add("the machine's flow is " + recorded.boot().machine().value().id() + ", and the file says "
                    + wanted.topology().platform().machine().id());
        }
        if (!parameters.dropped().isEmpty()) {
            remarks.add("left off the command line, because they are for your system: " + String.join(" ", parameters.dropped()));
        }
        if (!windows(wanted.topology()).equals(windows(recorded.topology()))) {
            remarks.add("host windows are QEMU's: " + windows(recorded.topology()) + " instead of " + windows(wanted.topology()));
        }
        if (!boot.steps().isEmpty()) {
            remarks.add("what is done after the boot (" + boot.steps().size() + " steps) was not done");
        }
        if (recorded.outcome().regions().isEmpty()) {
            remarks.add("vfio was not asked, so nothing is known of mappings: " + whyNoVfio(recorded));
        }
        return remarks;
    }

    private static String whyNoVfio(CapturedMachine recorded) {
        return recorded.outcome().unavailable().stream().map(missing -> missing.why()).distinct().findFirst()
                .orElse("the kernel has no vfio-pci");
    }

    private static String windows(Topology topology) {
        return topology.hostBridges().stream().map(Prover::windows).collect(Collectors.joining("; "));
    }

    private static String windows(HostBridge host) {
        return host.windows().stream().map(window -> "[" + (window.type().isIo() ? "io " : "mem ") + window.range()
                + (window.type().flagsText().isEmpty() ? "" : " " + window.type().flagsText()) + "]").collect(Collectors.joining(" "));
    }
}
