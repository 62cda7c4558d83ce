package org.pcitopo.conformance.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.capture.source.Sources;
import org.pcitopo.conformance.wording.LogComparison;
import org.pcitopo.conformance.wording.WordingOfBoot;
import org.pcitopo.conformance.wording.WordingTally;

/** {@code conformance/wording}: how much of recorded logs and resource listings is predicted to the letter, by release. */
public final class CompareWording {

    private static final String SHOW = "--show";

    private CompareWording() {
    }

    /** Ends with status 0, or 2 where a recording cannot be read. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, WordingTally> logs = new TreeMap<>();
        Map<String, WordingTally> listings = new TreeMap<>();
        boolean show = arguments.length > 0 && arguments[0].equals(SHOW);
        try {
            for (int i = show ? 1 : 0; i < arguments.length; i++) {
                for (Path recording : Sources.expand(Path.of(arguments[i]))) {
                    WordingOfBoot boot = WordingOfBoot.of(Sources.open(recording));
                    String row = boot.release() + " " + boot.machine().id();
                    logs.computeIfAbsent(row, none -> new WordingTally()).add(boot.log());
                    listings.computeIfAbsent(row, none -> new WordingTally()).add(boot.listing());
                    if (show) {
                        print(out, recording + ": log", boot.log());
                        print(out, recording + ": iomem and ioports", boot.listing());
                    }
                }
            }
        } catch (CaptureException unreadable) {
            System.err.println("wording: " + unreadable.getMessage());
            System.exit(2);
        }
        table(out, "kernel log", logs);
        table(out, "iomem and ioports", listings);
    }

    private static void print(PrintStream out, String what, LogComparison comparison) {
        if (comparison.isIdentical()) {
            return;
        }
        out.println(what + (comparison.missing().isEmpty() && comparison.extra().isEmpty() ? ", in another order" : ""));
        comparison.missing().forEach(line -> out.println("  - " + line));
        comparison.extra().forEach(line -> out.println("  + " + line));
    }

    private static void table(PrintStream out, String title, Map<String, WordingTally> rows) {
        WordingTally total = new WordingTally();
        rows.values().forEach(total::add);
        out.println();
        out.println("| " + title + " | boots | identical | lines | predicted in order | predicted, not there |");
        out.println("|---|---|---|---|---|---|");
        rows.forEach((name, tally) -> out.println(row(name, tally)));
        out.println(row("all", total));
    }

    private static String row(String name, WordingTally tally) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d (%.2f %%) | %d |", name, tally.texts(), tally.identical(),
                tally.lines(), tally.inOrder(), 100 * tally.share(), tally.extra());
    }
}
