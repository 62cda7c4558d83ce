package org.pcitopo.dsl.problems.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.text.DocumentFindings;
import org.pcitopo.dsl.source.TextRegion;

/** A window that is reversed, empty, or has no addresses where some are needed. */
public final class NoRange implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI116", "a window is reversed or empty");

    private static final Pattern ENDS = Pattern.compile("((?:0x)?[0-9a-fA-F]+)-((?:0x)?[0-9a-fA-F]+)");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        DocumentFindings.report(file, LoweringProblem.Kind.NO_RANGE, KIND, finding -> report.add(finding.withFix(swapped(file, finding))));
    }

    /** A range whose ends are the wrong way round. */
    private static Optional<Fix> swapped(FileContext file, Finding finding) {
        Matcher range = ENDS.matcher(Mends.textAt(file.model(), finding.region()));
        if (!range.find()) {
            return Optional.empty();
        }
        TextRegion region = new TextRegion(finding.region().file(), finding.region().offset() + range.start(), range.end() - range.start());
        return Optional.of(Fix.replace("exchange the ends", region, range.group(2) + "-" + range.group(1)));
    }
}
