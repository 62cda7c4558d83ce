package org.pcitopo.conformance.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.evidence.Evidence;
import org.pcitopo.conformance.evidence.EvidenceTable;

/** {@code conformance/evidence}: which recordings prove which change of the kernel's behaviour, as a table. */
public final class ShowEvidence {

    private ShowEvidence() {
    }

    /** Ends with status 0, or 2 where a recording cannot be read. */
    public static void main(String[] folders) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Evidence evidence = new Evidence();
        int recordings = 0;
        try {
            for (String folder : folders) {
                for (Path recording : Sources.expand(Path.of(folder))) {
                    CapturedMachine machine = Capture.read(Sources.open(recording));
                    evidence.add(recording.getFileName().toString().replace(".tar.gz", ""), machine);
                    recordings++;
                }
            }
        } catch (CaptureException unreadable) {
            System.err.println("evidence: " + unreadable.getMessage());
            System.exit(2);
        }
        EvidenceTable.of(evidence).forEach(out::println);
        out.println(recordings + " recordings");
    }
}
