package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** An order that is larger than the kernel can shift. */
public final class OrderTooLarge implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI211", "an order is too large");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.ORDER_TOO_LARGE, Kind.ORDER_OVERFLOWS)) {
            String alignment = Quantities.size(Long.parseUnsignedLong(found.detail("alignment")));
            boolean rejected = found.kind() == Kind.ORDER_TOO_LARGE;
            Finding finding = line.at(KIND, found, "an alignment of 2 to the power of " + found.detail("order") + " cannot be: "
                    + (rejected ? "orders end at 63, and the kernel logs an error and uses " + alignment + " instead"
                            : "computed with 32 bits, as by Linux " + Finding.KERNELS + ", it comes to " + alignment))
                    .withHelp("the order is the exponent of 2: 12 for 4K, 16 for 64K, 20 for 1M");
            report.add(line.withPageOrder(finding, found));
        }
    }
}
