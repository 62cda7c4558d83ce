package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;
import static org.pcitopo.eclipse.check.Tests.WORSE;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;

/** What a topology means is seen without asking, or where the pointer is. */
final class ReadingTests {

    private ReadingTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("words have colours, also inside the command line", () -> {
            Editor editor = bench.fresh(WORSE);
            int keyword = editor.offset("platform ");
            int entry = editor.offset("12@pci:1b36:0007\"");
            bench.untilTrue("a colour", () -> colour(editor, keyword).isPresent() && colour(editor, entry).isPresent());
            int option = editor.offset("resource_alignment=12@");
            bench.does(() -> holds(!colour(editor, keyword).equals(colour(editor, option)), "keyword and option have the same colour"));
        });

        tests.put("behind devices stand places and verdicts, above boots how many BARs are mapped", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.cursor("boot cured of", 5);
            bench.untilTrue("what stands between and behind the lines", () -> minings(editor, "LineHeader") >= 3 && minings(editor, "LineContent") >= 4);
            int keyword = editor.offset("boot cured of");
            bench.untilTrue("a colour", () -> colour(editor, keyword).isPresent());
            bench.picture("minings");
        });

        tests.put("a hover shows the BAR, its page and the reason, formatted", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("device 04.0 nvme0", "device 04.0 nv".length());
            Shell hover = hover(bench, editor, "page shared");
            String text = bench.ui(() -> String.join("\n", texts(hover)));
            Dialogs.drawn(bench, hover);
            bench.picture("hover");
            for (String wanted : List.of("0x8000000000", "64K", "samsung-pm981")) {
                holds(text.contains(wanted), wanted + " is not in the hover:\n" + text);
            }
        });

        tests.put("the outline has the machine and its boots, and leads to the text", () -> {
            Editor editor = bench.fresh(DRIVES);
            IViewPart outline = bench.ui(() -> bench.page().showView(IPageLayout.ID_OUTLINE));
            bench.does(() -> bench.page().activate(editor.part()));
            TreeItem boot = bench.until("boot \"cured\" in the outline", () -> trees(outline).stream()
                    .flatMap(tree -> all(tree.getItems()).stream()).filter(item -> item.getText().startsWith("cured")).findFirst());
            bench.does(() -> {
                boot.getParent().setSelection(boot);
                Event chosen = new Event();
                chosen.item = boot;
                boot.getParent().notifyListeners(SWT.Selection, chosen);
            });
            bench.untilTrue("the editor at the boot", () -> editor.viewer().getSelectedRange().x == editor.document().get().indexOf("cured of cloud"));
            bench.picture("outline");
        });

        tests.put("the cursor on a name marks all its places", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.cursor("nvme0 : samsung", 2);
            bench.untilTrue("three marks", () -> editor.annotations("occurrence").size() >= 3);
        });

        tests.put("F3 leads from a device to its declaration, also from inside the command line", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.cursor("expect nvme0 BAR 0 at", 9);
            bench.command("org.eclipse.ui.edit.text.open.hyperlink");
            int declared = editor.offset("nvme0 : samsung");
            bench.untilTrue("the declaration", () -> editor.viewer().getSelectedRange().x == declared);
        });

        tests.put("machines, bridges and boots can be folded", () -> {
            Editor editor = bench.fresh(DRIVES);
            int host = editor.offset("host cloud");
            bench.untilTrue("a fold at the machine", () -> folds(editor).contains(line(editor, host)));
        });
    }

    private static int line(Editor editor, int offset) throws Exception {
        return editor.document().getLineOfOffset(offset);
    }

    private static List<Integer> folds(Editor editor) throws Exception {
        List<Integer> lines = new ArrayList<>();
        var model = ((ProjectionViewer) editor.viewer()).getProjectionAnnotationModel();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            lines.add(line(editor, model.getPosition(all.next()).getOffset()));
        }
        return lines;
    }

    static Optional<Object> colour(Editor editor, int offset) {
        int place = ((ProjectionViewer) editor.viewer()).modelOffset2WidgetOffset(offset);
        StyleRange style = place < 0 ? null : editor.widget().getStyleRangeAtOffset(place);
        return style == null || style.foreground == null ? Optional.empty() : Optional.of(style.foreground.getRGB());
    }

    /** How much of a sort stands in the editor without being text. */
    static long minings(Editor editor, String sort) {
        List<String> found = new ArrayList<>();
        editor.viewer().getAnnotationModel().getAnnotationIterator().forEachRemaining(one -> found.add(one.getClass().getSimpleName()));
        editor.viewer().getVisualAnnotationModel().getAnnotationIterator().forEachRemaining(one -> found.add(one.getClass().getSimpleName()));
        return found.stream().filter(name -> name.contains("CodeMining") && name.contains(sort)).count();
    }

    /** Asks for what is at the cursor, and waits for the window with it. */
    static Shell hover(Bench bench, Editor editor, String words) {
        bench.later(() -> editor.viewer().doOperation(ISourceViewer.INFORMATION));
        return bench.until("a hover with " + words, () -> bench.shells().stream().filter(shell -> texts(shell).stream().anyMatch(text -> text.contains(words))).findFirst());
    }

    /** What the formatted texts in a window say. */
    static List<String> texts(Composite parent) {
        List<String> texts = new ArrayList<>();
        for (Composite one : Bench.controls(parent, Composite.class)) {
            if (one instanceof org.pcitopo.eclipse.formatted.FormattedText text) {
                texts.add(text.text());
            }
        }
        return texts;
    }

    private static List<Tree> trees(IViewPart view) {
        return Bench.controls(view.getViewSite().getShell(), Tree.class);
    }

    private static List<TreeItem> all(TreeItem[] items) {
        List<TreeItem> found = new ArrayList<>();
        for (TreeItem item : items) {
            found.add(item);
            found.addAll(all(item.getItems()));
        }
        return found;
    }
}
