package org.pcitopo.dsl.writer;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.kernel.RuleSet;
import org.pcitopo.simulator.step.BootStep;
import org.pcitopo.simulator.topology.FactNames;

/** The statements of a boot, one line each. */
final class BootStatements {

    private final Boot boot;
    private final OriginText origins;

    BootStatements(Boot boot, OriginText origins) {
        this.boot = boot;
        this.origins = origins;
    }

    List<String> lines(long pageSizeOfPlatform) {
        List<String> lines = new ArrayList<>();
        boolean mainline = boot.rules().ruleSet() == RuleSet.MAINLINE;
        lines.add((mainline ? "linux " + boot.rules().release() : "rules " + boot.rules().ruleSet().id())
                + origins.of(FactNames.KERNEL));
        if (boot.pageSize() != pageSizeOfPlatform) {
            lines.add("page-size " + Literals.sizeText(boot.pageSize()) + origins.of(FactNames.PAGE_SIZE));
        }
        if (!boot.commandLine().isEmpty() || origins.knows(FactNames.COMMAND_LINE)) {
            lines.add("command-line " + OriginText.quoted(boot.commandLine()) + origins.of(FactNames.COMMAND_LINE));
        }
        boot.steps().forEach(step -> lines.add("then " + step(step)));
        return lines;
    }

    private static String step(BootStep step) {
        if (step instanceof BootStep.WriteResourceAlignment write) {
            return "resource_alignment " + OriginText.quoted(write.text());
        }
        if (step instanceof BootStep.Remove remove) {
            return "remove " + remove.function();
        }
        if (step instanceof BootStep.EnableVfs vfs) {
            return "sriov_numvfs " + vfs.function() + " " + vfs.count();
        }
        if (step instanceof BootStep.ResizeBar resize) {
            return "resize " + resize.function() + " BAR " + resize.bar() + " to " + Literals.sizeText(resize.size());
        }
        return "rescan";
    }
}
