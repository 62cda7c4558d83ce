package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Map;
import org.eclipse.swt.widgets.Label;
import org.pcitopo.eclipse.PcitopoPlugin;

/** The server's life. */
final class ServerTests {

    private ServerTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("one server serves all projects", () -> {
            bench.fresh(DRIVES).annotation("warning", "nvme0 stays unmappable");
            holds(servers() == 1, servers() + " servers");
        });

        tests.put("a server that is killed comes back with a note, and knows the unsaved text", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            long before = PcitopoPlugin.session().processId().orElseThrow();
            editor.replaceAll("nvme0", "renamed");
            editor.annotation("warning", "renamed stays unmappable");
            ProcessHandle.of(before).orElseThrow().destroyForcibly();
            bench.until("the note", () -> bench.shells().stream().flatMap(shell -> Bench.controls(shell, Label.class).stream())
                    .filter(label -> label.getText().contains("ended unexpectedly and was started again")).findFirst());
            bench.picture("server-back");
            long after = bench.until("another process", () -> PcitopoPlugin.session().processId().filter(id -> id != before));
            holds(after != before, "the same process");
            editor.replaceAll("renamed", "once-more");
            editor.annotation("warning", "once-more stays unmappable");
        });

        tests.put("the settings decide what is simulated, and how bad a problem is", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            bench.does(() -> PcitopoPlugin.instance().getPreferenceStore().setValue("severity", "PCI301=error"));
            editor.annotation("error", "nvme0 stays unmappable");
            bench.does(() -> PcitopoPlugin.instance().getPreferenceStore().setValue("pageSize", "4K"));
            editor.noAnnotation("error", "nvme0 stays unmappable");
            bench.does(() -> {
                PcitopoPlugin.instance().getPreferenceStore().setToDefault("severity");
                PcitopoPlugin.instance().getPreferenceStore().setToDefault("pageSize");
            });
            editor.annotation("warning", "nvme0 stays unmappable");
        });
    }

    private static long servers() {
        return ProcessHandle.current().children().filter(child -> child.info().command().filter(command -> command.endsWith("java")).isPresent()).count();
    }
}
