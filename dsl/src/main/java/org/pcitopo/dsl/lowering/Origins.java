package org.pcitopo.dsl.lowering;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcitopo.dsl.model.Assumption;
import org.pcitopo.dsl.model.Derivation;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Provenance;
import org.pcitopo.dsl.model.Source;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Origin;

/** Collects where facts come from, as the text says with {@code from}, {@code derived} and {@code assumed}. */
final class Origins {

    private final SortedMap<Fact, Origin> origins = new TreeMap<>();

    /** Whether {@code statement} names its origin. */
    static boolean isTold(Statement statement) {
        return statement.eIsSet(ModelPackage.Literals.STATEMENT__PROVENANCE);
    }

    /** Files the origin that {@code statement} names, if it names one. */
    void add(Fact fact, Statement statement) {
        if (isTold(statement)) {
            add(fact, statement.getProvenance());
        }
    }

    void addAll(Origins others) {
        origins.putAll(others.origins);
    }

    void add(Fact fact, List<Provenance> provenance) {
        of(provenance).ifPresent(origin -> origins.put(fact, origin));
    }

    org.pcitopo.simulator.topology.Provenance provenance() {
        return org.pcitopo.simulator.topology.Provenance.of(origins);
    }

    private static Optional<Origin> of(List<Provenance> provenance) {
        String file = "";
        int line = 0;
        Optional<Origin> origin = Optional.empty();
        for (Provenance entry : provenance) {
            if (entry instanceof Source source) {
                file = source.getFile();
                line = source.getLine() == null ? 0 : source.getLine();
                origin = Optional.of(Origin.read(file, line));
            }
        }
        for (Provenance entry : provenance) {
            if (entry instanceof Derivation derivation) {
                origin = Optional.of(Origin.derived(file, line, derivation.getWhy()));
            } else if (entry instanceof Assumption assumption) {
                origin = Optional.of(new Origin(Origin.Certainty.ASSUMED, file, line, assumption.getWhy()));
            }
        }
        return origin;
    }
}
