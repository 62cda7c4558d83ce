package org.pcitopo.dsl.problems.topology;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.Unsigned;

/** A BAR or ROM that is larger than its type can be. */
public final class SizeAboveType implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI108", "a BAR is larger than its type can be");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    private static final long MEMORY_32_BIT_MAXIMUM = 1L << 31;
    private static final long IO_MAXIMUM = 1L << 16;
    private static final long ROM_MAXIMUM = 1L << 31;

    @Override
    public void check(FileContext file, Report report) {
        for (WrittenSizes.WrittenSize written : WrittenSizes.of(file)) {
            boolean narrow = written.rom() || !written.type().is64Bit();
            long maximum = written.rom() ? ROM_MAXIMUM : written.type().isIo() ? IO_MAXIMUM : MEMORY_32_BIT_MAXIMUM;
            if (narrow && Unsigned.less(maximum, written.size())) {
                boolean widen = !written.rom() && !written.type().isIo();
                Finding finding = Finding.of(KIND, written.region(), written.what() + " has " + Quantities.size(written.size())
                        + ", but " + sort(written) + " has at most " + Quantities.size(maximum)
                        + "; no window can hold it")
                        .withHelp(widen ? "write 64bit behind the size if the register is 64 bits wide" : "write its real size");
                TextRegion behind = new TextRegion(written.region().file(), written.region().end(), 0);
                report.add(widen ? finding.withFix(Fix.replace("write 64bit", behind, " 64bit")) : finding);
            }
        }
    }

    private static String sort(WrittenSizes.WrittenSize written) {
        return written.rom() ? "a ROM" : written.type().isIo() ? "an I/O BAR" : "a 32-bit memory BAR";
    }
}
