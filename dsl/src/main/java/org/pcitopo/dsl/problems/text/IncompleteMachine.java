package org.pcitopo.dsl.problems.text;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** A boot without a host, or a host whose architecture is not told: nothing can be simulated. */
public final class IncompleteMachine implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI010", "something is missing that a simulation needs");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.NO_HOST, KIND, finding -> report.add(withHosts(file, finding)));
        DocumentFindings.report(file, LoweringProblem.Kind.NO_ARCHITECTURE, KIND, finding -> report.add(withArchitectures(file, finding)));
    }

    private static Finding withHosts(FileContext file, Finding finding) {
        Finding with = finding;
        for (Host host : file.all(Host.class)) {
            TextRegion behind = new TextRegion(finding.region().file(), finding.region().end(), 0);
            with = with.withFix(Fix.replace("write 'of " + host.getName() + "'", behind, " of " + host.getName()));
        }
        return with;
    }

    private static Finding withArchitectures(FileContext file, Finding finding) {
        Finding with = finding;
        Optional<TextRegion> body = file.all(Host.class).stream()
                .filter(host -> Regions.of(host, ModelPackage.Literals.ELEMENT__NAME).equals(finding.region())).findFirst().flatMap(Regions::bodyStart);
        for (String architecture : body.isEmpty() ? List.<String>of() : List.of("x86_64", "aarch64", "ppc64le")) {
            with = with.withFix(Fix.replace("write 'architecture " + architecture + "'", body.get(), "\n    architecture " + architecture));
        }
        return with;
    }
}
