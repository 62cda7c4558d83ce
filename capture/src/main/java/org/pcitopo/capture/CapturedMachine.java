package org.pcitopo.capture;

import java.util.List;
import org.pcitopo.capture.facts.Remark;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Provenance;
import org.pcitopo.simulator.topology.Topology;

/**
 * A machine and one boot of it, as sources tell.
 *
 * @param topology the machine before the kernel assigned anything; built from facts alone
 * @param provenance where each fact of {@code topology} comes from; see {@link FactNames} for the names
 * @param boot which kernel, page size and command line
 * @param outcome what that kernel did
 * @param assumptions what no source tells and was assumed
 * @param contradictions where sources disagree
 * @param notComparable what the sources show but a comparison has to leave out, with the reason
 * @param remarks what the user should know of the sources
 */
public record CapturedMachine(Topology topology, Provenance provenance, CapturedBoot boot, RecordedOutcome outcome,
        List<Assumption> assumptions, List<Contradiction> contradictions, List<NotComparable> notComparable,
        List<Remark> remarks) {

    public CapturedMachine {
        assumptions = List.copyOf(assumptions);
        contradictions = List.copyOf(contradictions);
        notComparable = List.copyOf(notComparable);
        remarks = List.copyOf(remarks);
    }
}
