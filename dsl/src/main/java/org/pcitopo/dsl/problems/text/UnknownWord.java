package org.pcitopo.dsl.problems.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Spelling;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.topology.Architecture;

/** A word that is no architecture, machine, rule set or kernel release. */
public final class UnknownWord implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI009", "a word is no architecture, machine, set of rules or release");

    private static final List<String> MACHINES =
            List.of("x86", "arm64-dt", "arm64-acpi", "powernv", "pseries", "generic-dt", "acpi", "device-tree");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.UNKNOWN_WORD, KIND, finding ->
                report.add(meant(Mends.textAt(file.model(), finding.region()))
                        .map(word -> finding.withFix(Fix.replace("write " + word, finding.region(), word))).orElse(finding)));
    }

    private static Optional<String> meant(String written) {
        List<String> known = new ArrayList<>();
        Stream.of(Architecture.values()).map(Architecture::id).forEach(known::add);
        Stream.of(RuleSet.values()).map(RuleSet::id).forEach(known::add);
        known.addAll(MACHINES);
        return Spelling.nearest(written, known);
    }
}
