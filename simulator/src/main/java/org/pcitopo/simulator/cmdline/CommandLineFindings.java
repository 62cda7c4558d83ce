package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcitopo.simulator.topology.Function;

/** Everything that is worth saying about a command line, in the order of the text. */
public final class CommandLineFindings {

    private static final Comparator<CommandLineFinding> BY_PLACE = Comparator.comparingInt(CommandLineFinding::offset)
            .thenComparing(CommandLineFinding::kind);

    private CommandLineFindings() {
    }

    /**
     * A function of the machine that requests may match.
     *
     * @param target what requests compare
     * @param function its BARs
     */
    public record Candidate(MatchTarget target, Function function) {
    }

    /** What can be said from the text alone; {@code pageSize} in bytes. */
    public static List<CommandLineFinding> of(PciOptions options, long pageSize) {
        List<CommandLineFinding> found = new ArrayList<>(OptionFindings.of(options));
        found.addAll(EntryFindings.of(options.alignmentRequests(), pageSize));
        found.sort(BY_PLACE);
        return List.copyOf(found);
    }

    /** What can be said of a list from its text alone, such as of one written to sysfs. */
    public static List<CommandLineFinding> of(AlignmentRequests requests, long pageSize) {
        return EntryFindings.of(requests, pageSize).stream().sorted(BY_PLACE).toList();
    }

    /**
     * What can be said once the functions of the machine are known.
     *
     * @param pageSize bytes
     * @param architectureDefault bytes that the architecture asks for every function, 0 for none
     */
    public static List<CommandLineFinding> against(AlignmentRequests requests, List<Candidate> candidates, long pageSize,
            long architectureDefault) {
        return new MachineFindings(requests, candidates, pageSize, architectureDefault).find().stream().sorted(BY_PLACE)
                .toList();
    }
}
