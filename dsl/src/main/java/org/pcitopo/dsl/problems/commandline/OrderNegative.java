package org.pcitopo.dsl.problems.commandline;

import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.simulator.cmdline.CommandLineFinding.Kind;
import org.pcitopo.simulator.cmdline.CommandLineFinding;

/** A negative order. */
public final class OrderNegative implements BootRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI212", "an order is negative");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(BootContext boot, Report report) {
        CommandLineReport line = new CommandLineReport(boot);
        for (CommandLineFinding found : line.findings(Kind.ORDER_NEGATIVE)) {
            long alignment = Long.parseUnsignedLong(found.detail("alignment"));
            Finding finding = line.at(KIND, found, "order " + found.detail("order") + " is negative; the kernel does not notice, and "
                    + (alignment == 0 ? "asks for nothing"
                            : "asks for an alignment of " + Quantities.size(alignment) + ", which no window has: the BARs are lost"))
                    .withHelp("the order is the exponent of 2: 12 for 4K, 16 for 64K, 20 for 1M");
            report.add(line.withPageOrder(finding, found));
        }
    }
}
