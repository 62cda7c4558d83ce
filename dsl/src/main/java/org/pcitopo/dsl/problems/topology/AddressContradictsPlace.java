package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.text.DocumentFindings;

/** A function whose address names a bus other than the one that it stands on. */
public final class AddressContradictsPlace implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI102", "an address contradicts the function's place");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.ADDRESS_CONTRADICTS_PLACE, KIND, finding -> {
            String address = Mends.textAt(file.model(), finding.region());
            String place = address.substring(address.lastIndexOf(':') + 1);
            report.add(place.equals(address) ? finding
                    : finding.withFix(Fix.replace("write " + place + ": the bus follows from the place", finding.region(), place)));
        });
    }
}
