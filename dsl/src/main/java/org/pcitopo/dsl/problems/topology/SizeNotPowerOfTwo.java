package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Unsigned;

/** A BAR or ROM whose size is no power of two. */
public final class SizeNotPowerOfTwo implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI106", "the size of a BAR is no power of two");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        for (WrittenSizes.WrittenSize written : WrittenSizes.of(file)) {
            if (written.size() != 0 && !Unsigned.isPowerOfTwo(written.size())) {
                long below = Long.highestOneBit(written.size());
                String nearest = below == Long.MIN_VALUE ? Literals.sizeText(below)
                        : Literals.sizeText(below) + " and " + Literals.sizeText(below << 1);
                Finding finding = Finding.of(KIND, written.region(), written.what() + " has "
                        + Long.toUnsignedString(written.size()) + " bytes, which is no power of two; a BAR register can only "
                        + "say powers of two, so no device has such a BAR")
                        .withHelp("the nearest sizes are " + nearest);
                if (below != Long.MIN_VALUE) {
                    finding = finding.withFix(Fix.replace("write the next larger size, " + Literals.sizeText(below << 1), written.region(),
                            written.literal(below << 1)));
                }
                report.add(finding);
            }
        }
    }
}
