package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.topology.Unsigned;

/** A BAR or ROM that is smaller than its register can say. */
public final class SizeBelowMinimum implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI107", "a BAR is smaller than a register can say");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private static final long IO_MINIMUM = 4;
    private static final long MEMORY_MINIMUM = 16;
    private static final long ROM_MINIMUM = 2048;

    @Override
    public void check(FileContext file, Report report) {
        for (WrittenSizes.WrittenSize written : WrittenSizes.of(file)) {
            long minimum = written.rom() ? ROM_MINIMUM : written.type().isIo() ? IO_MINIMUM : MEMORY_MINIMUM;
            // Legacy IDE has a control port of one byte, which no register holds.
            if (!written.fixed() && Unsigned.less(written.size(), minimum)) {
                String sort = written.rom() ? "a ROM" : written.type().isIo() ? "an I/O BAR" : "a memory BAR";
                report.add(Finding.of(KIND, written.region(), written.what() + " has " + Quantities.size(written.size()) + "; "
                        + sort + " has at least " + Quantities.size(minimum)
                        + ", since the lower bits of its register have another meaning")
                        .withFix(Fix.replace("write the smallest size, " + Literals.sizeText(minimum), written.region(),
                                written.literal(minimum))));
            }
        }
    }
}
