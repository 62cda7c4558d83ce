package org.pcitopo.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.capture.replay.ReplayTotal;

/**
 * What became of each source of a replay.
 *
 * @param entries in the order of the command line
 */
public record ReplayReport(List<Entry> entries) {

    /** How a source went. */
    public enum Outcome {
        /** It was compared. */
        COMPARED,
        /** It could not be used. */
        UNREADABLE,
        /** The program failed on it. */
        FAILED;

        /** {@code compared}, {@code unreadable} or {@code failed}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One source.
     *
     * @param source its name on the command line
     * @param outcome how it went
     * @param result the comparison, where it was compared
     * @param why why not, in one line; else empty
     */
    public record Entry(String source, Outcome outcome, Optional<ReplayResult> result, String why) {

        public static Entry compared(String source, ReplayResult result) {
            return new Entry(source, Outcome.COMPARED, Optional.of(result), "");
        }

        public static Entry unreadable(String source, String why) {
            return new Entry(source, Outcome.UNREADABLE, Optional.empty(), why);
        }

        public static Entry failed(String source, String why) {
            return new Entry(source, Outcome.FAILED, Optional.empty(), why);
        }
    }

    public ReplayReport {
        entries = List.copyOf(entries);
    }

    /** The comparisons that were made. */
    public List<ReplayResult> results() {
        return entries.stream().flatMap(entry -> entry.result().stream()).toList();
    }

    /** Their sum. */
    public ReplayTotal total() {
        return ReplayTotal.of(results());
    }

    /** Whether some source ended so. */
    public boolean has(Outcome outcome) {
        return entries.stream().anyMatch(entry -> entry.outcome() == outcome);
    }
}
