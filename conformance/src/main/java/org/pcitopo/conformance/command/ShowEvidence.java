package org.pcitopo.conformance.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pcitopo.capture.Capture;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.evidence.Evidence;
import org.pcitopo.conformance.evidence.Evidence.Proof;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;

/** {@code conformance/evidence}: which recordings prove which change of the kernel's behaviour, as a table. */
public final class ShowEvidence {

    private static final int SHOWN_RECORDINGS = 3;

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
        out.println("| behaviour | recordings | newest without | oldest with | for example |\n|---|---|---|---|---|");
        for (Behaviour behaviour : Behaviour.values()) {
            List<Proof> proofs = evidence.of(behaviour);
            out.printf("| %s | %d | %s | %s | %s |%n", behaviour, proofs.size(), text(evidence.newestWithout(behaviour)),
                    text(evidence.oldestWith(behaviour)),
                    String.join(", ", proofs.stream().limit(SHOWN_RECORDINGS).map(Proof::recording).toList()));
        }
        out.println(recordings + " recordings");
    }

    private static String text(Optional<KernelRelease> release) {
        return release.map(KernelRelease::toString).orElse("");
    }
}
