package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Arrays;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;

/** Problems are seen and mended. */
final class ProblemTests {

    private ProblemTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("a problem is underlined in the editor and marked in the file", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable in boot \"stock\"");
            IMarker marker = editor.marker("nvme0 stays unmappable");
            holds(marker.getAttribute(IMarker.LINE_NUMBER, 0) == 28, "the marker is on line " + marker.getAttribute(IMarker.LINE_NUMBER, 0));
            holds(marker.getAttribute(IMarker.MESSAGE, "").endsWith("[PCI301]"), marker.getAttribute(IMarker.MESSAGE, ""));
            bench.picture("problem");
        });

        tests.put("a quick fix mends it, and underline and marker are gone", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            IMarker marker = editor.marker("nvme0 stays unmappable");
            IMarkerResolution fix = bench.until("the fix", () -> Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                    .filter(one -> one.getLabel().startsWith("Add pci=resource_alignment=16@0000:00:04.0 ")).findFirst());
            bench.does(() -> fix.run(marker));
            editor.noAnnotation("warning", "nvme0 stays unmappable");
            holds(editor.text().contains("command-line \"pci=resource_alignment=16@0000:00:04.0\""), editor.text());
            bench.untilTrue("no marker", () -> bench.markers(editor.file()).stream()
                    .noneMatch(one -> one.getAttribute(IMarker.MESSAGE, "").contains("nvme0 stays unmappable")));
        });
    }
}
