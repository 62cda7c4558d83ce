package org.pcitopo.dsl.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * What one rule says of one place in one boot. Findings that say the same of several boots become one {@link Problem}.
 *
 * @param kind its kind
 * @param severity how bad it is here
 * @param region the characters that it is about
 * @param message what is wrong and why it matters; {@link #IN_BOOTS} and {@link #KERNELS}
 *     stand where boots and releases are to be named
 * @param related what else it has to do with
 * @param help how to mend it, in words
 * @param fixes how to mend it, as changes of the text
 * @param function the function that it is about
 * @param bar the BAR of {@code function} that it is about
 * @param boot the boot that it shows in, empty where it is true of all
 */
public record Finding(ProblemKind kind, Severity severity, TextRegion region, String message, List<Related> related,
        Optional<String> help, List<Fix> fixes, Optional<PciAddress> function, OptionalInt bar, Optional<BootId> boot) {

    /** Stands in a message where {@code  in boot "…"} belongs. */
    public static final String IN_BOOTS = "{in boots}";

    /** Stands in a message where the releases that it is about belong: {@code 4.14 and 4.18}. */
    public static final String KERNELS = "{kernels}";

    public Finding {
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** A finding of the usual severity. */
    public static Finding of(ProblemKind kind, TextRegion region, String message) {
        return new Finding(kind, kind.severity(), region, message, List.of(), Optional.empty(), List.of(), Optional.empty(),
                OptionalInt.empty(), Optional.empty());
    }

    public Finding withSeverity(Severity other) {
        return new Finding(kind, other, region, message, related, help, fixes, function, bar, boot);
    }

    /** Adds something that it has to do with. */
    public Finding withRelated(TextRegion where, String what) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(where, what));
        return new Finding(kind, severity, region, message, more, help, fixes, function, bar, boot);
    }

    public Finding withHelp(String text) {
        return new Finding(kind, severity, region, message, related, Optional.of(text), fixes, function, bar, boot);
    }

    /** Adds a change of the text that mends it; its title is the help where there is none yet. */
    public Finding withFix(Fix fix) {
        List<Fix> more = new ArrayList<>(fixes);
        more.add(fix);
        return new Finding(kind, severity, region, message, related, help.or(() -> Optional.of(fix.title())), more, function,
                bar, boot);
    }

    /** As {@link #withFix(Fix)}, where there is one. */
    public Finding withFix(Optional<Fix> fix) {
        return fix.map(this::withFix).orElse(this);
    }

    public Finding about(PciAddress address) {
        return new Finding(kind, severity, region, message, related, help, fixes, Optional.of(address), bar, boot);
    }

    public Finding about(PciAddress address, int barNumber) {
        return new Finding(kind, severity, region, message, related, help, fixes, Optional.of(address),
                OptionalInt.of(barNumber), boot);
    }

    public Finding in(BootId bootId) {
        return new Finding(kind, severity, region, message, related, help, fixes, function, bar, Optional.of(bootId));
    }
}
