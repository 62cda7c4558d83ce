package org.pcitopo.conformance.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.conformance.evidence.Evidence.Proof;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRelease;

/** What recordings prove, as the rows of a table in Markdown; {@code docs/kernel-behaviour.md} holds the one of this project. */
public final class EvidenceTable {

    private static final int SHOWN_RECORDINGS = 2;

    private EvidenceTable() {
    }

    /** The lines of the table: two of heading, then one for each behaviour. */
    public static List<String> of(Evidence evidence) {
        List<String> lines = new ArrayList<>(List.of("| behaviour | recordings | newest without | oldest with | for example |",
                "|---|---|---|---|---|"));
        for (Behaviour behaviour : Behaviour.values()) {
            List<Proof> proofs = evidence.of(behaviour);
            lines.add("| `" + behaviour + "` | " + proofs.size() + " | " + text(evidence.newestWithout(behaviour)) + " | "
                    + text(evidence.oldestWith(behaviour)) + " | "
                    + String.join(", ", proofs.stream().limit(SHOWN_RECORDINGS).map(Proof::recording).toList()) + " |");
        }
        return lines;
    }

    private static String text(Optional<KernelRelease> release) {
        return release.map(KernelRelease::toString).orElse("none");
    }
}
