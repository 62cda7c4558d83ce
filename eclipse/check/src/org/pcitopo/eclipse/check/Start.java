package org.pcitopo.eclipse.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Begins when the workbench is up, and closes it at the end. {@code pcitopo.check.examples} is the folder of the examples,
 * {@code pcitopo.check.pictures} where pictures go, {@code pcitopo.check.only} a pattern that names of tests must have,
 * {@code pcitopo.check.times} how often they are done. Without the first nothing happens.
 */
public final class Start implements IStartup {

    @Override
    public void earlyStartup() {
        String examples = System.getProperty("pcitopo.check.examples");
        if (examples != null) {
            new Thread(() -> run(Path.of(examples)), "check").start();
        }
    }

    private static void run(Path examples) {
        Bench bench = new Bench(Optional.ofNullable(System.getProperty("pcitopo.check.pictures")).map(Path::of));
        Report report = new Report(bench, System.getProperty("pcitopo.check.only", ""));
        try {
            report.always("the workbench opens, and a project with the examples in it", () -> bench.prepare(examples));
            for (int i = Integer.getInteger("pcitopo.check.times", 1); i > 0; i--) {
                Tests.all(bench).forEach(report::run);
            }
            report.always("nothing that the plug-in threw is in the workbench's log", () -> {
                List<String> defects = WorkbenchLog.defects();
                Bench.holds(defects.isEmpty(), String.join("\n", defects));
            });
        } finally {
            report.end();
            bench.later(() -> PlatformUI.getWorkbench().close());
        }
    }
}
