package org.pcitopo.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.evidence.Evidence;
import org.pcitopo.conformance.evidence.EvidenceTable;
import org.pcitopo.simulator.kernel.Behaviour;

/** {@code docs/kernel-behaviour.md} tells what the simulator knows. */
class KernelBehaviourPageTest {

    private static final Path PAGE = Path.of(System.getProperty("pcitopo.root"), "docs", "kernel-behaviour.md");

    @Test
    void whatThePageSaysIsProvenIsWhatTheRecordingsProve() throws IOException, CaptureException {
        Evidence evidence = new Evidence();
        for (Path recording : RecordingsTest.recordings()) {
            evidence.add(recording.getFileName().toString().replace(".tar.gz", ""), Capture.read(Sources.open(recording)));
        }
        String table = String.join("\n", EvidenceTable.of(evidence));
        assertTrue(Files.readString(PAGE).contains(table),
                "put this table, which conformance/evidence conformance/recordings prints, into docs/kernel-behaviour.md:\n" + table);
    }

    @ParameterizedTest
    @EnumSource
    void thePageTellsOfEveryBehaviour(Behaviour behaviour) throws IOException {
        assertTrue(Files.readString(PAGE).contains("[`" + behaviour + "`]"), "docs/kernel-behaviour.md does not tell of " + behaviour);
    }
}
