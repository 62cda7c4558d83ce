package org.pcitopo.dsl.problems.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.Space;
import org.pcitopo.simulator.topology.Unsigned;

/** Two windows of host bridges that share addresses. */
public final class HostWindowsOverlap implements MachineRule {

    static final ProblemKind KIND = ProblemKind.error("PCI117", "host windows overlap");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    /** A window and where it is written. */
    private record Placed(HostBridge host, AddressRange range, TextRegion region) {
    }

    @Override
    public void check(MachineContext machine, Report report) {
        for (Space space : Space.values()) {
            List<Placed> windows = new ArrayList<>();
            for (HostBridge host : machine.topology().hostBridges()) {
                for (int i = 0; i < host.windows().size(); i++) {
                    if (host.windows().get(i).type().space() == space) {
                        windows.add(new Placed(host, host.windows().get(i).range(), machine.region(host, i)));
                    }
                }
            }
            windows.sort(Comparator.comparing(Placed::range));
            for (int i = 1; i < windows.size(); i++) {
                Placed before = windows.get(i - 1);
                Placed after = windows.get(i);
                compare(before, after, report);
                if (Unsigned.less(after.range().end(), before.range().end())) {
                    // The larger one may reach over the next as well.
                    windows.set(i, before);
                }
            }
        }
    }

    private static void compare(Placed before, Placed after, Report report) {
        before.range().intersection(after.range()).ifPresent(shared -> report.add(
                Finding.of(KIND, after.region(), "window " + after.range() + " and window " + before.range() + " share " + shared
                        + "; the kernel cannot register both, and drops or cuts one of them")
                        .withSeverity(before.host() == after.host() ? Severity.ERROR : Severity.WARNING)
                        .withRelated(before.region(), "the other window")
                        .withHelp("write the windows as the kernel prints them behind 'root bus resource'")));
    }
}
