package org.pcitopo.dsl.problems.expectation;

import java.util.List;
import java.util.stream.Stream;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.Spelling;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/** A word behind {@code because} that is no reason. */
public final class UnknownReason implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI403", "there is no such reason");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        List<String> known = Stream.of(Reason.values()).map(Reason::id).toList();
        for (Expectation line : file.all(Expectation.class)) {
            String reason = line.getReason();
            if (reason != null && !known.contains(reason)) {
                TextRegion region = Regions.of(line, ModelPackage.Literals.EXPECTATION__REASON);
                Finding finding = Finding.of(KIND, region, "'" + reason
                        + "' is no reason for which a BAR stays unmapped, so this can never hold");
                report.add(Spelling.nearest(reason, known)
                        .map(meant -> finding.withFix(Fix.replace("write " + meant, region, meant)))
                        .orElseGet(() -> finding.withHelp("reasons are " + Quantities.list(known, known.size()))));
            }
        }
    }
}
