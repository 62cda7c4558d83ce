package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFindings.Candidate;
import org.pcitopo.simulator.cmdline.Selector.Outcome;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.Rom;
import org.pcitopo.simulator.topology.Unsigned;

/** What is worth saying about the entries of a list once the machine's functions are known. */
final class MachineFindings {

    private final AlignmentRequests requests;
    private final List<Candidate> candidates;
    private final long pageSize;
    private final long architectureDefault;
    private final List<CommandLineFinding> found = new ArrayList<>();

    MachineFindings(AlignmentRequests requests, List<Candidate> candidates, long pageSize, long architectureDefault) {
        this.requests = requests;
        this.candidates = candidates;
        this.pageSize = pageSize;
        this.architectureDefault = architectureDefault;
    }

    List<CommandLineFinding> find() {
        // Which entry each function ends at, -1 where none.
        List<Integer> winners = candidates.stream().map(candidate -> requests
                .scan(candidate.target(), pageSize, architectureDefault, false).matched().orElse(-1)).toList();
        requests.entries().stream().filter(entry -> entry.reached() && entry.selector().wellFormed())
                .forEach(entry -> entry(entry, winners));
        return found;
    }

    private void entry(AlignmentEntry entry, List<Integer> winners) {
        List<Integer> matching = new ArrayList<>();
        List<Candidate> won = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (entry.selector().match(candidates.get(i).target()) == Outcome.MATCH) {
                matching.add(winners.get(i));
                if (winners.get(i) == entry.index()) {
                    won.add(candidates.get(i));
                }
            }
        }
        String text = entry.text().text();
        if (matching.isEmpty()) {
            add(Kind.MATCHES_NOTHING, entry, Map.of("entry", text));
        } else if (won.isEmpty()) {
            matching.stream().filter(winner -> winner >= 0).findFirst().ifPresent(by -> add(Kind.HIDDEN, entry,
                    Map.of("entry", text, "by", requests.entries().get(by).text().text())));
        } else if (won.stream().noneMatch(candidate -> changes(entry, candidate))) {
            add(Kind.CHANGES_NOTHING, entry, Map.of("entry", text, "alignment",
                    Long.toUnsignedString(requests.alignmentOf(entry, pageSize))));
        }
    }

    /**
     * Whether the request touches a resource of the function. From 4.12 BARs that are large enough stay; before, every memory
     * BAR loses its place. A bridge also loses its windows where firmware set them.
     */
    private boolean changes(AlignmentEntry entry, Candidate candidate) {
        if (candidate.function().bridge().isPresent()) {
            return true;
        }
        boolean all = !requests.rules().has(Behaviour.KEEP_LARGE_ENOUGH);
        long alignment = Unsigned.max(requests.alignmentOf(entry, pageSize), architectureDefault);
        return memorySizes(candidate).anyMatch(size -> all || Unsigned.less(size, alignment));
    }

    private static LongStream memorySizes(Candidate candidate) {
        Stream<Long> bars = candidate.function().bars().stream()
                .filter(bar -> bar.type().isMemory() && !bar.fixed()).map(bar -> bar.size());
        return Stream.concat(bars, candidate.function().rom().map(Rom::size).stream()).mapToLong(Long::longValue);
    }

    private void add(Kind kind, AlignmentEntry entry, Map<String, ?> details) {
        found.add(CommandLineFinding.of(kind, entry.text(), details));
    }
}
