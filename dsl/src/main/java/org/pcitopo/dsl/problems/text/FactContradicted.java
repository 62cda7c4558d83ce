package org.pcitopo.dsl.problems.text;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.pcitopo.dsl.model.Provenance;
import org.pcitopo.dsl.model.Source;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;

/** Two sources that say different things of the same. */
public final class FactContradicted implements FileRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI504", "two sources contradict each other");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        for (Repetitions.Repetition repetition : Repetitions.of(file)) {
            List<String> sources = sources(repetition);
            if (!sources.isEmpty() && !sameFact(repetition)) {
                report.add(Finding.of(KIND, Regions.of(repetition.before()), sources.get(0) + " and " + sources.get(1)
                        + " say different things of " + repetition.subject() + "; the latter is simulated")
                        .withRelated(Regions.of(repetition.after()), "what " + sources.get(1) + " says")
                        .withHelp("find out which source shows the machine as it is now, and remove the other statement")
                        .withFix(Mends.remove("remove what " + sources.get(0) + " says", repetition.before(), Regions.of(repetition.before())))
                        .withFix(Mends.remove("remove what " + sources.get(1) + " says", repetition.after(), Regions.of(repetition.after()))));
            }
        }
    }

    /** The sources of both statements, empty where one of them has none. */
    static List<String> sources(Repetitions.Repetition repetition) {
        Optional<String> before = source(repetition.before());
        Optional<String> after = source(repetition.after());
        return before.isPresent() && after.isPresent() ? List.of(before.get(), after.get()) : List.of();
    }

    private static Optional<String> source(Statement statement) {
        return statement.getProvenance().stream().filter(Source.class::isInstance).map(Source.class::cast).findFirst()
                .map(source -> source.getFile() + (source.getLine() == null ? "" : ":" + source.getLine()));
    }

    private static boolean sameFact(Repetitions.Repetition repetition) {
        return EcoreUtil.equals(withoutProvenance(repetition.before()), withoutProvenance(repetition.after()));
    }

    private static Statement withoutProvenance(Statement statement) {
        Statement copy = EcoreUtil.copy(statement);
        List<Provenance> provenance = copy.getProvenance();
        provenance.clear();
        return copy;
    }
}
