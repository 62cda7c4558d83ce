package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.pcitopo.eclipse.formatted.FormattedText;

/** What hovers tell, and where they and names lead. */
final class HoverTests {

    private HoverTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("the pointer on a device shows the problem in full, the places it has to do with, and leads there", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("boot stock", 0);
            Shell hover = Pointer.hover(bench, editor, "nvme0 : samsung", 2, "page shared");
            String text = bench.ui(() -> String.join("\n", ReadingTests.texts(hover)));
            for (String wanted : List.of("every guest access exits to the VMM", DRIVES + " line ", "PCI301")) {
                holds(text.contains(wanted), wanted + " is not in the hover:\n" + text);
            }
            Dialogs.drawn(bench, hover);
            bench.picture("hover-problem");
            String markdown = bench.ui(() -> Bench.controls(hover, FormattedText.class).get(0).markdown());
            Matcher link = Pattern.compile("\\[[^]]*line [0-9]+]\\(<(pcitopo-place:[^>]*)>\\): [^\n]*nvme1").matcher(markdown);
            holds(link.find(), markdown);
            bench.does(() -> Bench.controls(hover, Browser.class).get(0).setUrl(link.group(1)));
            bench.untilTrue("the other device", () -> line(editor).contains("05.0 nvme1"));
            bench.untilTrue("no hover", () -> hover.isDisposed() || !hover.isVisible());
        });

        tests.put("the pointer tells of what it rests on: below what stands above a line, in a line that is cut off, after an edit", () -> {
            Editor editor = bench.fresh(DRIVES);
            Pointer.hover(bench, editor, "window [mem 0x8", 10, "Window \"0x8000000000-0xffffffffff\"");
            Pointer.hover(bench, editor, "cured of cloud", 1, "boot \"cured\"");
            Pointer.hover(bench, editor, "pci:144d:a808", 5, "alignment request");
            bench.does(() -> editor.widget().setTopPixel(editor.widget().getTopPixel() + editor.place(editor.offset("nvme1 : samsung")).y
                    + editor.widget().getLineHeight() / 3));
            Pointer.hover(bench, editor, "nvme1 : samsung", 1, "nvme1 \"0000:00:05.0\"");
            editor.replace("arm64-server {", "arm64-server  {");
            Pointer.hover(bench, editor, "nvme3 : samsung", 1, "nvme3 \"0000:00:07.0\"");
        });

        tests.put("a hover for which the server takes long holds up nothing, and comes although the text is painted meanwhile", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            Pointer pointer = new Pointer(bench, editor, "nvme0 : samsung", 2, "page shared");
            ServerTests.signal("STOP");
            try {
                bench.untilTrue("the question, in the background", () -> isAsked() || pointer.call().isPresent());
                bench.does(() -> editor.viewer().invalidateTextPresentation());
            } finally {
                ServerTests.signal("CONT");
            }
            bench.until("the hover", pointer::shown);
        });

        tests.put("a hover over a text that has just been opened tells its problems too", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.cursor("nvme0 : samsung", 2);
            ReadingTests.hover(bench, editor, "PCI301");
        });

        tests.put("the page of a problem opens from its hover, formatted", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("nvme0 : samsung", 2);
            Shell hover = ReadingTests.hover(bench, editor, "PCI301");
            String markdown = bench.ui(() -> Bench.controls(hover, FormattedText.class).get(0).markdown());
            Matcher link = Pattern.compile("\\[PCI301]\\(<([^>]*)>\\)").matcher(markdown);
            holds(link.find(), markdown);
            bench.does(() -> Bench.controls(hover, Browser.class).get(0).setUrl(link.group(1)));
            Shell page = Dialogs.window(bench, "PCI301");
            Dialogs.drawn(bench, page);
            bench.picture("problem-page");
        });

        tests.put("what mends a problem mends this one and not its neighbour", () -> {
            Editor editor = bench.fresh(DRIVES);
            IMarker page = editor.marker("nvme0 stays unmappable");
            IMarker table = editor.marker("nvme0 holds the MSI-X table");
            List<String> ofPage = bench.ui(() -> Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(page)).map(IMarkerResolution::getLabel).toList());
            List<String> ofTable = bench.ui(() -> Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(table)).map(IMarkerResolution::getLabel).toList());
            holds(ofPage.equals(List.of("Add pci=resource_alignment=16@0000:00:04.0 to the command line", "Ignore PCI301 here")), ofPage.toString());
            holds(ofTable.equals(List.of("Ignore PCI305 here")), ofTable.toString());
        });

        tests.put("F3 leads from an address inside the command line to its device", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.replace("pci=resource_alignment=pci:144d:a808", "pci=resource_alignment=16@0000:00:06.0");
            editor.cursor("16@0000:00:06.0", 6);
            bench.command("org.eclipse.ui.edit.text.open.hyperlink");
            bench.untilTrue("the device", () -> line(editor).contains("device 06.0 nvme2"));
        });

        tests.put("F3 leads from an import to the file", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("catalogue:nvme", 3);
            bench.command("org.eclipse.ui.edit.text.open.hyperlink");
            Editor imported = WizardTests.active(bench, "nvme.pcitopo");
            holds(imported.text().contains("samsung-pm981"), imported.text());
            bench.picture("catalogue");
        });
    }

    private static boolean isAsked() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("Text Viewer Hover Presenter"));
    }

    /** The line that the cursor is in. */
    private static String line(Editor editor) throws Exception {
        int line = editor.document().getLineOfOffset(editor.viewer().getSelectedRange().x);
        return editor.document().get(editor.document().getLineOffset(line), editor.document().getLineLength(line));
    }
}
