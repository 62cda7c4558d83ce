package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Files that are in no project, opened with File, Open File. */
final class OutsideTests {

    private OutsideTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("a file outside of all projects has problems, colours, hovers and what stands beside the lines", () -> {
            Editor editor = outside(bench);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("device 04.0 nvme0", "device 04.0 nv".length());
            bench.untilTrue("a colour", () -> {
                int keyword = ((ProjectionViewer) editor.viewer()).modelOffset2WidgetOffset(editor.document().get().indexOf("device 04.0"));
                StyleRange style = editor.widget().getStyleRangeAtOffset(keyword);
                return style != null && style.foreground != null;
            });
            bench.untilTrue("what stands beside the lines", () -> ReadingTests.minings(editor, "LineContent") >= 4);
            bench.picture("outside");
            Shell hover = ReadingTests.hover(bench, editor, "page shared");
            holds(bench.ui(() -> String.join("\n", ReadingTests.texts(hover))).contains("every guest access exits"), "the problem is not in the hover");
        });

        tests.put("in a file outside of all projects Ctrl+1 mends, formatting formats, and it is saved", () -> {
            Editor editor = outside(bench);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.replace("    host-bridge 0000:00 {", "  host-bridge    0000:00 {");
            bench.command("org.pcitopo.eclipse.format");
            bench.untilTrue("the formatted text", () -> editor.document().get().contains("\n    host-bridge 0000:00 {"));
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("nvme0 :", 2);
            Table offers = bench.until("the list of fixes", () -> {
                Optional<Table> shown = fixes(bench);
                if (shown.isEmpty()) {
                    editor.viewer().doOperation(ISourceViewer.QUICK_ASSIST);
                }
                return shown;
            });
            bench.picture("outside-fix");
            String label = bench.ui(() -> Arrays.stream(offers.getItems()).map(TableItem::getText).filter(text -> text.contains("16@0000:00:04.0 ")).findFirst().orElseThrow());
            WritingTests.choose(bench, offers, label);
            editor.noAnnotation("warning", "nvme0 stays unmappable");
            editor.save();
            Path file = Path.of(((IURIEditorInput) editor.part().getEditorInput()).getURI());
            bench.untilTrue("the saved file", () -> Files.readString(file).contains("command-line \"pci=resource_alignment=16@0000:00:04.0\""));
        });
    }

    private static Optional<Table> fixes(Bench bench) {
        return bench.shells().stream().flatMap(shell -> Bench.controls(shell, Table.class).stream())
                .filter(table -> Arrays.stream(table.getItems()).anyMatch(item -> item.getText().contains("pci=resource_alignment=16@0000:00:04.0 "))).findFirst();
    }

    private static Editor outside(Bench bench) throws Exception {
        Path file = Files.createTempDirectory("pcitopo-check").resolve(DRIVES);
        Files.copy(bench.examples().resolve(DRIVES), file);
        return bench.ui(() -> new Editor(bench, (ITextEditor) IDE.openEditorOnFileStore(bench.page(), EFS.getStore(file.toUri()))));
    }
}
