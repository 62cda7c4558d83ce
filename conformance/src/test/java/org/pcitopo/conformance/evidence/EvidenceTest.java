package org.pcitopo.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;

class EvidenceTest {

    private final Evidence evidence = new Evidence();

    @BeforeEach
    void aBootOfLinux61WhoseDeviceTreeHostIsAssignedByItsDriver() throws CaptureException {
        String name = "virt-6.1.192-arm64-s0208-a";
        Path file = Path.of(System.getProperty("pcitopo.root"), "conformance", "recordings", name + ".tar.gz");
        evidence.add(name, Capture.read(Sources.open(file)));
    }

    @Test
    void aRecordingProvesWhatItsPredictionDependsOn() {
        assertEquals(Optional.of(KernelRelease.of("6.1.192")), evidence.newestWithout(Behaviour.DEVICE_TREE_COMMON_FLOW));
    }

    @Test
    void aReleaseWithoutTheBehaviourDoesNotProveIt() {
        assertEquals(Optional.empty(), evidence.oldestWith(Behaviour.DEVICE_TREE_COMMON_FLOW));
    }

    @Test
    void aRecordingProvesNothingOfWhatItDoesNotUse() {
        assertEquals(List.of(), evidence.of(Behaviour.E820_CLIPS_EVERY_SEARCH));
    }
}
