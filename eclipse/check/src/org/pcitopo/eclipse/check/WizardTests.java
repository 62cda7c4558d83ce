package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.texteditor.ITextEditor;

/** Files and projects are made. */
final class WizardTests {

    private static final String FROM_LOG = "org.eclipse.ui.newWizard(newWizardId=org.pcitopo.eclipse.fromLog)";
    private static final String EXAMPLES = "org.eclipse.ui.newWizard(newWizardId=org.pcitopo.eclipse.examples)";

    private WizardTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("the wizard makes a topology of a kernel log, opens and checks it, and it leads back to the log", () -> {
            IFile log = log(bench);
            bench.open(bench.file(DRIVES));
            Shell wizard = Dialogs.open(bench, FROM_LOG, "New Topology");
            holds(Dialogs.written(bench, wizard, "Log").isEmpty(), "a topology is taken for a log");
            bench.does(() -> holds(!Dialogs.isEnabled(wizard, "Next"), "there is no log yet"));
            Dialogs.write(bench, wizard, "Log", log.getLocation().toOSString());
            bench.picture("wizard-log");
            WritingTests.press(bench, wizard, "Next >");
            bench.until("the second page", () -> Optional.ofNullable(Dialogs.page(wizard)).filter(page -> "Where the topology goes.".equals(page.getDescription())));
            Dialogs.write(bench, wizard, "Enter or select", "/examples");
            Dialogs.write(bench, wizard, "File name", DRIVES);
            Dialogs.error(bench, wizard, "already exists");
            bench.picture("wizard-exists");
            Dialogs.write(bench, wizard, "File name", "imported.pcitopo");
            WritingTests.press(bench, wizard, "Finish");
            Dialogs.gone(bench, wizard);
            Editor editor = active(bench, "imported.pcitopo");
            holds(editor.text().contains("from \"logs/arm64.dmesg\""), editor.text());
            editor.annotation("warning", "[PCI301]");
            editor.cursor("from \"logs/arm64.dmesg\":17", 9);
            bench.command("org.eclipse.ui.edit.text.open.hyperlink");
            Editor lines = active(bench, "arm64.dmesg");
            bench.untilTrue("the line of the log", () -> lines.document().getLineOfOffset(lines.viewer().getSelectedRange().x) == 16);
            bench.does(() -> bench.file("imported.pcitopo").delete(true, null));
        });

        tests.put("of what is no log the wizard says why, in the page, and goes on with another", () -> {
            IFile log = log(bench);
            Path none = Files.writeString(Files.createTempDirectory("pcitopo-check").resolve("notes.txt"), "milk, bread\n");
            bench.open(bench.file(DRIVES));
            Shell wizard = Dialogs.open(bench, FROM_LOG, "New Topology");
            Dialogs.write(bench, wizard, "Log", "/nowhere/dmesg");
            Dialogs.error(bench, wizard, "There is no such file");
            Dialogs.write(bench, wizard, "Log", none.toString());
            bench.until("no error", () -> Optional.of(wizard).filter(it -> Dialogs.page(it).getErrorMessage() == null));
            WritingTests.press(bench, wizard, "Finish");
            Dialogs.error(bench, wizard, "No topology can be made of notes.txt");
            bench.untilTrue("why", () -> Bench.controls(wizard, Label.class).stream().filter(Label::isVisible)
                    .anyMatch(label -> label.getText().contains("nothing in it looks like a kernel log")));
            bench.until("the buttons", () -> Optional.of(wizard).filter(it -> Dialogs.isEnabled(it, "Next")));
            bench.picture("wizard-no-log");
            Dialogs.write(bench, wizard, "Log", log.getLocation().toOSString());
            bench.until("no error", () -> Optional.of(wizard).filter(it -> Dialogs.page(it).getErrorMessage() == null));
            WritingTests.press(bench, wizard, "Finish");
            Dialogs.gone(bench, wizard);
            active(bench, "machine.pcitopo").annotation("warning", "[PCI301]");
            bench.does(() -> bench.file("machine.pcitopo").delete(true, null));
        });

        tests.put("the wizard makes a project of the examples, opens the first, draws it and checks all", () -> {
            Shell wizard = Dialogs.open(bench, EXAMPLES, "Examples of PCI");
            bench.picture("wizard-examples");
            WritingTests.press(bench, wizard, "Finish");
            Dialogs.gone(bench, wizard);
            active(bench, DRIVES).annotation("warning", "nvme0 stays unmappable");
            IProject made = bench.otherProject("pcitopo-examples");
            bench.untilTrue("markers on a file that is not open", () -> made.getFile("power9-default-alignment.pcitopo")
                    .findMarkers(Bench.PROBLEM, false, IResource.DEPTH_ZERO).length > 0);
            IViewPart drawing = bench.until("the drawing", () -> Optional.ofNullable(bench.page().findView("org.pcitopo.eclipse.drawing")));
            Browser browser = DrawingTests.browser(bench, drawing);
            DrawingTests.says(bench, browser, "the machine in the drawing", "nvme0");
            for (IMarker marker : bench.ui(() -> made.findMarkers(Bench.PROBLEM, false, IResource.DEPTH_INFINITE))) {
                holds(marker.getAttribute(IMarker.SEVERITY, 0) != IMarker.SEVERITY_ERROR, marker.getResource() + ": " + marker.getAttribute(IMarker.MESSAGE, ""));
            }
            bench.untilTrue("the drawing on the screen", () -> Dialogs.isDrawn(browser));
            bench.picture("examples-project");
            bench.does(() -> bench.page().hideView(drawing));
        });

        tests.put("a second project of the examples gets another name, one that is there already is refused in the page", () -> {
            Shell wizard = Dialogs.open(bench, EXAMPLES, "Examples of PCI");
            String name = Dialogs.written(bench, wizard, "Project name");
            holds(name.equals("pcitopo-examples-2"), name);
            Dialogs.write(bench, wizard, "Project name", "pcitopo-examples");
            Dialogs.error(bench, wizard, "already exists");
            bench.does(() -> holds(!Dialogs.isEnabled(wizard, "Finish"), "it can be finished"));
            bench.does(() -> bench.otherProject("pcitopo-examples").delete(true, null));
        });

        tests.put("the cheat sheet opens, and its button opens the wizard", () -> {
            bench.does(() -> new OpenCheatSheetAction("org.pcitopo.eclipse.tour").run());
            IViewPart view = bench.until("the cheat sheet", () -> Optional.ofNullable(bench.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView")));
            go(bench, view, "Click to Begin");
            bench.until("the first step", () -> link(view, "Click to perform"));
            bench.picture("cheat-sheet");
            go(bench, view, "Click to perform");
            Dialogs.window(bench, "Examples of PCI");
            bench.does(() -> bench.page().hideView(view));
        });
    }

    private static Optional<Hyperlink> link(IViewPart view, String words) {
        return Bench.controls(view.getViewSite().getShell(), Hyperlink.class).stream().filter(link -> link.isVisible() && words.equalsIgnoreCase(link.getText())).findFirst();
    }

    private static void go(Bench bench, IViewPart view, String words) {
        Hyperlink link = bench.until("a link " + words, () -> link(view, words));
        bench.later(() -> {
            Event enter = new Event();
            enter.character = SWT.CR;
            link.notifyListeners(SWT.KeyDown, enter);
        });
    }

    /** A log in the project. */
    private static IFile log(Bench bench) {
        IFile log = bench.file("logs/arm64.dmesg");
        bench.does(() -> {
            if (!bench.project().getFolder("logs").exists()) {
                bench.project().getFolder("logs").create(true, true, null);
                log.create(Files.readAllBytes(bench.examples().resolve("logs/arm64-nvme-64k.dmesg")), IResource.FORCE, null);
            }
        });
        return log;
    }

    /** Waits for the editor in front. */
    static Editor active(Bench bench, String name) {
        IEditorPart part = bench.until("the editor of " + name, () -> Optional.ofNullable(bench.page().getActiveEditor())
                .filter(one -> one.getTitle().equals(name) && one instanceof ITextEditor));
        return new Editor(bench, (ITextEditor) part);
    }
}
