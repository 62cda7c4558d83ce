package org.pcitopo.simulator.cmdline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.Architecture;

/**
 * The list of {@code resource_alignment=} as one kernel reads it. It is evaluated afresh for every function that the kernel
 * discovers; the first entry that matches decides (behaviour specification 1.2; for the 2016 series 8.2).
 */
public final class AlignmentRequests {

    private final Token text;
    private final KernelRules rules;
    private final Architecture architecture;
    private final List<AlignmentEntry> entries;

    private AlignmentRequests(Token text, KernelRules rules, Architecture architecture) {
        this.text = text;
        this.rules = rules;
        this.architecture = architecture;
        this.entries = EntryReader.read(text, rules);
    }

    /** The list that stands in {@code text}, such as the argument of {@code resource_alignment=}; may be empty. */
    public static AlignmentRequests of(Token text, KernelRules rules, Architecture architecture) {
        return new AlignmentRequests(text, rules, architecture);
    }

    /**
     * The list after {@code echo text > /sys/bus/pci/resource_alignment}. Before 5.14 the line end that {@code echo} adds stays
     * in the text, and from 4.19 it spoils an entry by address (behaviour specification 1.4).
     */
    public static AlignmentRequests echoed(String text, KernelRules rules, Architecture architecture) {
        String written = text + "\n";
        String kept = rules.has(Behaviour.SYSFS_CUTS_LINE) ? written.substring(0, written.indexOf('\n')) : written;
        return of(new Token(0, kept), rules, architecture);
    }

    /** The kernel that reads the list. */
    public KernelRules rules() {
        return rules;
    }

    /** The architecture that it runs on. */
    public Architecture architecture() {
        return architecture;
    }

    /** The whole list and where it stands. */
    public Token text() {
        return text;
    }

    /** The entries in order, those included that the kernel never reaches. */
    public List<AlignmentEntry> entries() {
        return entries;
    }

    /**
     * What is asked for a function.
     *
     * @param pageSize bytes, a power of two
     * @param architectureDefault bytes that the architecture asks for every function, 0 for none
     * @param probeOnly whether firmware's assignment has to be kept on this machine
     */
    public Optional<AlignmentRequest> requestFor(MatchTarget target, long pageSize, long architectureDefault,
            boolean probeOnly) {
        return scan(target, pageSize, architectureDefault, probeOnly).request();
    }

    /** As {@link #requestFor}, with what the kernel noticed on its way. */
    public AlignmentScan scan(MatchTarget target, long pageSize, long architectureDefault, boolean probeOnly) {
        boolean series = rules.has(Behaviour.NORESIZE_AND_WILDCARDS);
        if (probeOnly && series) {
            return nothing(defaultRequest(architectureDefault, false), true);
        }
        if (text.isEmpty()) {
            return nothing(defaultRequest(architectureDefault, false), false);
        }
        if (probeOnly && rules.has(Behaviour.REQUESTS_RESPECT_FIRMWARE)) {
            return nothing(Optional.empty(), true);
        }
        List<Integer> rejected = new ArrayList<>();
        // The series remembers the last suffix that it read, also for functions that nothing matches.
        boolean lastResize = false;
        for (AlignmentEntry entry : entries) {
            if (entry.order().map(order -> OrderShift.rejected(order.value(), rules)).orElse(false)) {
                rejected.add(entry.index());
            }
            Selector.Outcome outcome = entry.selector().match(target);
            if (outcome == Selector.Outcome.PARSE_ERROR) {
                return new AlignmentScan(defaultRequest(architectureDefault, lastResize), OptionalInt.empty(),
                        OptionalInt.of(entry.index()), rejected, false);
            }
            lastResize = series && !entry.hasNoresize();
            if (outcome == Selector.Outcome.MATCH) {
                return new AlignmentScan(matched(entry, pageSize), OptionalInt.of(entry.index()), OptionalInt.empty(),
                        rejected, false);
            }
            if (!entry.continues()) {
                break;
            }
        }
        return new AlignmentScan(defaultRequest(architectureDefault, lastResize), OptionalInt.empty(), OptionalInt.empty(),
                rejected, false);
    }

    /**
     * What the kernel's log shows where it cannot read entry {@code index}: everything from its device part to the end of the
     * list.
     */
    public String unreadableText(int index) {
        return text.text().substring(entries.get(index).device().offset() - text.offset());
    }

    /** Bytes that an entry asks for: 2 to the power of its order, the page size without one; 0 for no request. */
    public long alignmentOf(AlignmentEntry entry, long pageSize) {
        return entry.order().map(order -> OrderShift.alignment(order.value(), rules, architecture, pageSize))
                .orElse(pageSize);
    }

    private Optional<AlignmentRequest> matched(AlignmentEntry entry, long pageSize) {
        long alignment = alignmentOf(entry, pageSize);
        boolean resize = !(rules.has(Behaviour.NORESIZE_AND_WILDCARDS) && entry.hasNoresize());
        return alignment == 0 ? Optional.empty()
                : Optional.of(new AlignmentRequest(alignment, resize, OptionalInt.of(entry.index())));
    }

    private static Optional<AlignmentRequest> defaultRequest(long alignment, boolean resize) {
        return alignment == 0 ? Optional.empty()
                : Optional.of(new AlignmentRequest(alignment, resize, OptionalInt.empty()));
    }

    private static AlignmentScan nothing(Optional<AlignmentRequest> request, boolean ignored) {
        return new AlignmentScan(request, OptionalInt.empty(), OptionalInt.empty(), List.of(), ignored);
    }
}
