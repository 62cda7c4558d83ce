package org.pcitopo.dsl.writer;

import java.util.Optional;
import org.pcitopo.dsl.literals.QuotedText;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.Provenance;

/** Writes where facts come from. */
final class OriginText {

    private final Provenance provenance;

    OriginText(Provenance provenance) {
        this.provenance = provenance;
    }

    /** Whether the origin of {@code fact} is known. */
    boolean knows(Fact fact) {
        return !of(fact).isEmpty();
    }

    /** {@code  from "dmesg.txt":412} and the like, with a blank before; nothing where the origin is not known. */
    String of(Fact fact) {
        return provenance.of(fact).map(OriginText::text).orElse("");
    }

    private static String text(Origin origin) {
        Optional<String> source = origin.file().isEmpty() ? Optional.empty()
                : Optional.of(" from " + quoted(origin.file()) + (origin.line() > 0 ? ":" + origin.line() : ""));
        return switch (origin.certainty()) {
            case READ -> source.orElse("");
            case DERIVED -> " derived " + quoted(origin.why()) + source.orElse("");
            case ASSUMED -> " assumed " + quoted(origin.why()) + source.orElse("");
        };
    }

    static String quoted(String text) {
        return QuotedText.write(text.replaceAll("[\\r\\n]+", " "));
    }
}
