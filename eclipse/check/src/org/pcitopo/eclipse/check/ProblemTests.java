package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
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
            int line = bench.ui(() -> editor.document().getLineOfOffset(editor.document().get().indexOf("device 04.0")) + 1);
            holds(marker.getAttribute(IMarker.LINE_NUMBER, 0) == line, "the marker is on line " + marker.getAttribute(IMarker.LINE_NUMBER, 0));
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

        tests.put("the Problems view lists it", () -> {
            bench.fresh(DRIVES).marker("nvme0 stays unmappable");
            IViewPart view = bench.ui(() -> bench.page().showView(IPageLayout.ID_PROBLEM_VIEW));
            bench.untilTrue("the row in the Problems view", () -> Bench.controls(composite(view), Tree.class).stream()
                    .flatMap(tree -> rows(tree.getItems()).stream()).anyMatch(row -> row.contains("nvme0 stays unmappable")));
            bench.picture("problems-view");
        });

        tests.put("what is typed wrong is underlined, and no more when it is taken back", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.replace("device 04.0", "devise 04.0");
            editor.annotation("error", "devise");
            editor.replace("devise 04.0", "device 04.0");
            editor.noAnnotation("error", "devise");
        });

        tests.put("Ctrl+1 offers the fix at the cursor, and makes it", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("nvme0 :", 2);
            bench.later(() -> editor.viewer().doOperation(ISourceViewer.QUICK_ASSIST));
            Table offers = bench.until("the list of fixes", () -> bench.shells().stream()
                    .flatMap(shell -> Bench.controls(shell, Table.class).stream())
                    .filter(table -> Arrays.stream(table.getItems()).anyMatch(item -> item.getText().contains("pci=resource_alignment=16@0000:00:04.0 "))).findFirst());
            bench.picture("quick-fix");
            bench.does(() -> {
                int row = Arrays.stream(offers.getItems()).map(TableItem::getText).toList()
                        .indexOf(Arrays.stream(offers.getItems()).map(TableItem::getText).filter(text -> text.contains("16@0000:00:04.0 ")).findFirst().orElseThrow());
                offers.setSelection(row);
                Event chosen = new Event();
                chosen.item = offers.getItem(row);
                offers.notifyListeners(SWT.Selection, chosen);
                offers.notifyListeners(SWT.DefaultSelection, chosen);
            });
            bench.untilTrue("the changed text", () -> editor.document().get().contains("command-line \"pci=resource_alignment=16@0000:00:04.0\""));
            editor.noAnnotation("warning", "nvme0 stays unmappable");
        });
    }

    private static Composite composite(IViewPart view) {
        return view.getViewSite().getShell();
    }

    /** What the rows below {@code items} say, in all columns. */
    private static List<String> rows(TreeItem[] items) {
        List<String> rows = new ArrayList<>();
        for (TreeItem item : items) {
            if (item.getItemCount() > 0) {
                Event open = new Event();
                open.item = item;
                item.getParent().notifyListeners(SWT.Expand, open);
                item.setExpanded(true);
            }
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < Math.max(1, item.getParent().getColumnCount()); column++) {
                row.append(item.getText(column)).append(" | ");
            }
            rows.add(row.toString());
            rows.addAll(rows(item.getItems()));
        }
        return rows;
    }
}
