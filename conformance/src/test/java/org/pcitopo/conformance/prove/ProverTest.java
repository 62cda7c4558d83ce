package org.pcitopo.conformance.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
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
import org.pcitopo.conformance.machine.QemuPlan;
import org.pcitopo.conformance.prove.ProvenResource.Verdict;
import org.pcitopo.conformance.workshop.KernelChoice;
import org.pcitopo.conformance.workshop.Recorder;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.Topology;

/** A proof whose boot was recorded before: nothing is started. */
class ProverTest {

    private static final Path RECORDINGS = Path.of(System.getProperty("pcitopo.root"), "conformance", "recordings");
    private static final String RECORDING = "virt-6.12.117-arm64-s0005-a";

    @Test
    void aTopologyThatQemuCanBuildIsProven() throws Exception {
        assertTrue(prove(new Shelf(RECORDING)).isEqual());
    }

    @Test
    void everyResourceOfThatTopologyHadOneInItsPlace() throws Exception {
        assertEquals(List.of(), prove(new Shelf(RECORDING)).resources().stream()
                .filter(resource -> resource.standIn().isEmpty() || !resource.exact() || resource.place() != Verdict.EQUAL)
                .map(resource -> resource.wanted().key().toString()).toList());
    }

    @Test
    void theKernelIsTheBootsOwn() throws Exception {
        Shelf shelf = new Shelf(RECORDING);
        prove(shelf);
        assertEquals(new KernelChoice.Packaged("6.12.117", "arm64"), shelf.asked);
    }

    @Test
    void aMachineOfAnotherArchitectureIsRefused() throws Exception {
        Simulation wanted = wanted();
        assertThrows(ProofException.class, () -> new Prover(new Shelf(RECORDING))
                .prove(new ProofRequest(wanted, Optional.of(MachineKind.Q35), Optional.empty())));
    }

    @Test
    void pagesThatNoPackagedKernelHasAreRefusedWithAWayOut() throws Exception {
        CapturedMachine machine = recorded();
        Simulation wanted = Simulator.simulate(machine.topology(), Boot.of("large", KernelRules.mainline(
                machine.boot().releases().value().newest()), 65536, ""));
        ProofException refused = assertThrows(ProofException.class, () -> new Prover(new Shelf(RECORDING))
                .prove(new ProofRequest(wanted, Optional.empty(), Optional.empty())));
        assertTrue(refused.getMessage().contains("--kernel PATH"), refused.getMessage());
    }

    private static Proof prove(Shelf shelf) throws Exception {
        return new Prover(shelf).prove(new ProofRequest(wanted(), Optional.empty(), Optional.empty()));
    }

    private static Simulation wanted() throws CaptureException {
        CapturedMachine machine = recorded();
        Topology topology = machine.topology();
        return Simulator.simulate(topology, Replay.boots(machine.boot()).get(0));
    }

    private static CapturedMachine recorded() throws CaptureException {
        return Capture.read(Sources.open(RECORDINGS.resolve(RECORDING + ".tar.gz")));
    }

    /** Gives what was recorded before, whatever is asked for. */
    private static final class Shelf implements Recorder {

        private final String recording;
        private KernelChoice asked;

        private Shelf(String recording) {
            this.recording = recording;
        }

        @Override
        public KernelFolder kernel(KernelChoice choice, MachineKind machine) {
            asked = choice;
            return new KernelFolder(Path.of("kernel"), Map.of("release", "6.12.117"));
        }

        @Override
        public String qemuVersion(MachineKind machine) {
            return "7.2.22";
        }

        @Override
        public List<Bundle> record(String name, QemuPlan plan, KernelFolder kernel, String parameters, List<BootStep> steps,
                Description description) throws BootException {
            try {
                return List.of(new Bundle(recording, unpacked()));
            } catch (IOException unreadable) {
                throw new BootException(recording, unreadable);
            }
        }

        private SortedMap<String, byte[]> unpacked() throws IOException {
            SortedMap<String, byte[]> files = new TreeMap<>();
            try (var tar = new TarArchiveInputStream(new GZIPInputStream(
                    Files.newInputStream(RECORDINGS.resolve(recording + ".tar.gz"))))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), tar.readAllBytes());
                    }
                }
            }
            return files;
        }
    }
}
