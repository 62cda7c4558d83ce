package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;

/** Bus numbers that cannot be. */
public final class ImpossibleBus implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI104", "a bus number cannot be");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        file.document().lowered().problems().stream().filter(problem -> problem.kind() == LoweringProblem.Kind.IMPOSSIBLE_BUS)
                .forEach(problem -> report.add(fixed(file, problem, Finding.of(KIND, problem.region(), problem.message()))));
    }

    /** Where the buses of a host bridge begin follows from its address. */
    private static Finding fixed(FileContext file, LoweringProblem problem, Finding finding) {
        return file.all(HostBridge.class).stream().filter(bridge -> bridge.getBuses() != null)
                .filter(bridge -> Regions.of(bridge, ModelPackage.Literals.HOST_BRIDGE__BUSES).equals(problem.region())).findFirst().map(bridge -> {
                    String root = bridge.getAddress().substring(bridge.getAddress().indexOf(':') + 1);
                    String buses = bridge.getBuses().getText();
                    String last = buses.substring(buses.length() - 2);
                    String written = "[bus " + root + "-" + (Literals.bus(last).orElse(0) < Literals.bus(root).orElse(0) ? "ff" : last) + "]";
                    return finding.withFix(Fix.replace("write " + written, problem.region(), written));
                }).orElse(finding);
    }
}
