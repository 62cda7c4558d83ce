package org.pcitopo.capture.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.ReleaseRange;
import org.pcitopo.simulator.kernel.KernelRelease;

/**
 * Which releases a log's wording fits. Stable series took over some wordings from later releases, so the lower ends are
 * those of the oldest stable series that has them.
 */
final class ReleaseWording {

    private static final KernelRelease OLDEST = new KernelRelease(3, 0, 0);
    private static final KernelRelease NEWEST = KernelRelease.NEWEST;

    private record Wording(Pattern pattern, KernelRelease oldest, KernelRelease newest, String why) {
    }

    private static final String FUNCTION = "^pci [0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]: ";
    private static final List<Wording> WORDINGS = List.of(
            until(FUNCTION + "\\[[0-9a-f:]{9}\\] type \\d class.*", "3.2", "\"type\" has one digit"),
            until(FUNCTION + "reg [0-9a-f]{2}: .*", "3.8", "\"reg 10:\""),
            until(FUNCTION + "reg 0x[0-9a-f]{2,3}: \\[.*", "6.7", "\"reg 0x10:\""),
            since(FUNCTION + "reg 0x[0-9a-f]{2,3}: \\[.*", "3.9", "\"reg 0x10:\""),
            until(FUNCTION + "BAR \\d+: (?:assigned|no space|failed).*", "6.7", "\"BAR 0: assigned\""),
            since(FUNCTION + "BAR \\d [\\[].*", "6.1", "\"BAR 0 [mem …]\""),
            since(FUNCTION + "bridge window \\[.*\\]: (?:assigned|can't|failed).*", "6.1", "\"bridge window […]: assigned\""),
            since(FUNCTION + "\\[[0-9a-f:]{9}\\] type .*(?:conventional PCI|PCIe ).*", "6.8", "the kind behind the class"),
            since(".*requires relaxed alignment rules.*", "6.11", "relaxed alignment rules"),
            until(".*requires relaxed alignment rules.*", "6.18", "relaxed alignment rules"),
            until("^PCI: MMCONFIG .*", "6.8", "\"MMCONFIG\""),
            since("^PCI: ECAM .*", "6.8", "\"ECAM\""),
            since(".*failed to (?:expand by|add optional) .*", "6.16", "\"failed to expand by\""),
            since("^BIOS-e820: .* (?:System RAM|device reserved)$", "7.1", "\"device reserved\" in the memory map"),
            since("^pci_bus .*root bus resource .* window\\].*", "3.19", "\"window\""));

    private KernelRelease oldest = OLDEST;
    private KernelRelease newest = NEWEST;
    private Optional<LogLine> narrowed = Optional.empty();
    private String reasons = "";
    private final boolean[] used = new boolean[WORDINGS.size()];

    private static Wording since(String pattern, String oldest, String why) {
        return new Wording(Pattern.compile(pattern), KernelRelease.of(oldest), NEWEST, why);
    }

    private static Wording until(String pattern, String newest, String why) {
        KernelRelease last = KernelRelease.of(newest);
        return new Wording(Pattern.compile(pattern), OLDEST, new KernelRelease(last.major(), last.minor(), Integer.MAX_VALUE), why);
    }

    void accept(LogLine line) {
        for (int i = 0; i < used.length; i++) {
            Wording wording = WORDINGS.get(i);
            if (used[i] || !wording.pattern.matcher(line.text()).matches()) {
                continue;
            }
            used[i] = true;
            KernelRelease from = wording.oldest.atLeast(oldest) ? wording.oldest : oldest;
            KernelRelease to = newest.atLeast(wording.newest) ? wording.newest : newest;
            if (to.atLeast(from) && !(from.equals(oldest) && to.equals(newest))) {
                oldest = from;
                newest = to;
                narrowed = Optional.of(line);
                reasons = reasons.isEmpty() ? wording.why : reasons + ", " + wording.why;
            }
        }
    }

    /** The releases that fit every wording seen; empty where none says anything. */
    Optional<Finding.ReleaseWithin> finding() {
        return narrowed.map(line -> new Finding.ReleaseWithin(new ReleaseRange(oldest, newest), line.derived("wording: " + reasons)));
    }
}
