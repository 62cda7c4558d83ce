package org.pcitopo.dsl.writer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.dsl.literals.QuotedText;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.Provenance;

/** Writes where facts come from. */
final class OriginText {

    static final String PLATFORM = "platform";
    private static final String RESERVATION = "reservation ";

    private final Provenance provenance;
    private final Set<Fact> written = new HashSet<>();

    OriginText(Provenance provenance) {
        this.provenance = provenance;
    }

    /** Whether the origin of {@code fact} is known. */
    boolean knows(Fact fact) {
        return !of(fact).isEmpty();
    }

    /** {@code  from "dmesg.txt":412} and the like, with a blank before; nothing where the origin is not known. */
    String of(Fact fact) {
        written.add(fact);
        return provenance.of(fact).map(OriginText::text).orElse("");
    }

    /** Statements for the facts of {@code subject} that no statement written so far is about. */
    List<String> notes(String subject) {
        List<String> notes = new ArrayList<>();
        provenance.origins().subMap(new Fact(subject, ""), new Fact(subject, "\uffff")).forEach((fact, origin) -> {
            String text = text(origin);
            boolean later = subject.equals(PLATFORM) && fact.aspect().startsWith(RESERVATION);
            if (!later && !text.isEmpty() && written.add(fact)) {
                notes.add("note " + quoted(fact.aspect()) + text);
            }
        });
        return notes;
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
