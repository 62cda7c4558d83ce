package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.pcitopo.eclipse.editor.HintMinings;
import org.pcitopo.eclipse.editor.LensMinings;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** What stands above and behind lines: what it says, and what it answers when it is pressed. */
final class LensTests {

    private LensTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("what stands above and behind lines is what the server says, where it says it", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            TextDocumentIdentifier text = new TextDocumentIdentifier(editor.file().getLocationURI().toString().replaceFirst("^file:/(?=[^/])", "file:///"));
            int lines = bench.ui(() -> editor.document().getNumberOfLines());
            List<String> lenses = Services.of(LanguageServerSession.class).request(server -> server.getTextDocumentService().codeLens(new CodeLensParams(text)))
                    .get(30, TimeUnit.SECONDS).stream().map(lens -> lens.getRange().getStart().getLine() + " " + lens.getCommand().getTitle()).toList();
            List<String> hints = Services.of(LanguageServerSession.class).request(server -> server.getTextDocumentService()
                    .inlayHint(new InlayHintParams(text, new Range(new Position(0, 0), new Position(lines, 0)))))
                    .get(30, TimeUnit.SECONDS).stream().map(hint -> hint.getPosition().getLine() + " " + hint.getLabel().getLeft()).toList();
            holds(lenses.stream().anyMatch(lens -> lens.endsWith(" 0 of 4 BARs mapped")), lenses.toString());
            holds(hints.stream().anyMatch(hint -> hint.endsWith(" BAR 0 0x8000000000 page shared in stock")), hints.toString());
            List<String> shownLenses = labels(bench, editor, new LensMinings().provideCodeMinings(editor.viewer(), new NullProgressMonitor()).get(30, TimeUnit.SECONDS));
            List<String> shownHints = labels(bench, editor, new HintMinings().provideCodeMinings(editor.viewer(), new NullProgressMonitor()).get(30, TimeUnit.SECONDS));
            holds(shownLenses.equals(lenses), shownLenses + "\nis not\n" + lenses);
            holds(shownHints.equals(hints), shownHints + "\nis not\n" + hints);
            editor.cursor("boot stock", 5);
            bench.untilTrue("a line above each boot", () -> annotated(editor, "LineHeader").equals(linesOf(lenses)));
            bench.untilTrue("something behind each device", () -> annotated(editor, "LineContent").equals(linesOf(hints)));
        });

        tests.put("advise answers in a window beside the editor, and its button writes the command line", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            press(bench, editor, "boot stock", 0);
            Shell answer = Dialogs.window(bench, "Advice for boot stock");
            String text = bench.ui(() -> String.join("\n", ReadingTests.texts(answer)));
            holds(text.contains("pci=resource_alignment="), text);
            Dialogs.drawn(bench, answer);
            bench.picture("advice");
            org.eclipse.swt.widgets.Button write = bench.until("a proposal", () -> Bench.controls(answer, org.eclipse.swt.widgets.Button.class).stream()
                    .filter(button -> button.getText().startsWith("Write pci=")).findFirst());
            bench.later(() -> write.notifyListeners(SWT.Selection, new Event()));
            bench.untilTrue("the command line", () -> editor.document().get().indexOf("command-line \"pci=resource_alignment=", editor.document().get().indexOf("boot stock"))
                    < editor.document().get().indexOf("boot small-pages"));
            editor.noAnnotation("warning", "nvme0 stays unmappable");
            Dialogs.gone(bench, answer);
        });

        tests.put("compare answers what changes between boots", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            press(bench, editor, "boot stock", 1);
            Shell answer = bench.until("the answer", () -> bench.shells().stream().filter(shell -> !ReadingTests.texts(shell).isEmpty()).findFirst());
            String text = bench.ui(() -> String.join("\n", ReadingTests.texts(answer)));
            holds(text.contains("cured"), text);
            Dialogs.drawn(bench, answer);
            bench.picture("compare");
            WritingTests.press(bench, answer, "Close");
            Dialogs.gone(bench, answer);
        });
    }

    private static List<Integer> linesOf(List<String> told) {
        return told.stream().map(one -> Integer.valueOf(one.substring(0, one.indexOf(' ')))).distinct().sorted().toList();
    }

    private static List<String> labels(Bench bench, Editor editor, List<? extends ICodeMining> minings) {
        return bench.ui(() -> {
            List<String> labels = new ArrayList<>();
            for (ICodeMining mining : minings) {
                labels.add(editor.document().getLineOfOffset(mining.getPosition().getOffset()) + " " + mining.getLabel().strip());
            }
            return labels;
        });
    }

    /** The lines that have such an annotation. */
    private static List<Integer> annotated(Editor editor, String sort) throws Exception {
        List<Integer> lines = new ArrayList<>();
        for (IAnnotationModel model : List.of(editor.viewer().getAnnotationModel(), editor.viewer().getVisualAnnotationModel())) {
            for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
                Annotation one = all.next();
                String name = one.getClass().getSimpleName();
                if (name.contains("CodeMining") && name.contains(sort) && !one.isMarkedDeleted()) {
                    lines.add(editor.document().getLineOfOffset(model.getPosition(one).getOffset()));
                }
            }
        }
        return lines.stream().distinct().sorted().toList();
    }

    /** Presses what is offered above a line: the first of it that can be pressed, the second, and so on. */
    private static void press(Bench bench, Editor editor, String words, int which) {
        editor.cursor(words, 5);
        // Found and pressed at once: lines move when something comes to stand above others.
        bench.untilTrue("something to press above " + words, () -> {
            Optional<Point> found = pressable(editor, editor.document().get().indexOf(words), which);
            found.ifPresent(place -> {
                for (int type : new int[] {SWT.MouseMove, SWT.MouseDown, SWT.MouseUp}) {
                    editor.widget().notifyListeners(type, at(place.x, place.y, type == SWT.MouseMove ? 0 : 1));
                }
            });
            return found.isPresent();
        });
    }

    private static Optional<Point> pressable(Editor editor, int offset, int which) throws Exception {
        StyledText widget = editor.widget();
        int line = widget.getLineAtOffset(((ProjectionViewer) editor.viewer()).modelOffset2WidgetOffset(offset));
        for (int y = widget.getLinePixel(line) - 2; y < widget.getLinePixel(line) + 14; y += 4) {
            int found = -1;
            boolean before = false;
            for (int x = 0; x < widget.getClientArea().width; x += 4) {
                widget.notifyListeners(SWT.MouseMove, at(x, y, 0));
                boolean now = widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND).equals(widget.getCursor());
                found += now && !before ? 1 : 0;
                before = now;
                if (found == which) {
                    return Optional.of(new Point(x + 2, y));
                }
            }
        }
        return Optional.empty();
    }

    private static Event at(int x, int y, int button) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = button;
        event.count = 1;
        return event;
    }
}
