package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Services;

/** What a person sets in the pages of the preferences. */
final class PreferenceTests {

    private static final String PREFERENCES = "org.eclipse.ui.window.preferences(preferencePageId=org.pcitopo.eclipse.preferences%s)";
    private static final String JAVA = "Java of the language server";

    private PreferenceTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("kernels and page sizes of the preferences are simulated at once, and refused where they are none", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            Shell dialog = open(bench, "");
            Dialogs.write(bench, dialog, "Kernels", "6.12, next");
            Dialogs.error(bench, dialog, "\"next\" is no release of Linux");
            bench.does(() -> holds(!Dialogs.isEnabled(dialog, "Apply and Close"), "it can be applied"));
            Dialogs.write(bench, dialog, "Kernels", "6.12");
            Dialogs.write(bench, dialog, "Page sizes", "3K");
            Dialogs.error(bench, dialog, "\"3K\" is no size of a page");
            Dialogs.write(bench, dialog, "Page sizes", "4K");
            bench.picture("preferences");
            WritingTests.press(bench, dialog, "Apply and Close");
            Dialogs.gone(bench, dialog);
            editor.noAnnotation("warning", "nvme0 stays unmappable");
            Shell again = open(bench, "");
            holds(Dialogs.written(bench, again, "Page sizes").equals("4K"), "the page size is forgotten");
            WritingTests.press(bench, again, "Restore Defaults");
            WritingTests.press(bench, again, "Apply and Close");
            Dialogs.gone(bench, again);
            editor.annotation("warning", "nvme0 stays unmappable");
        });

        tests.put("how bad a problem is can be chosen from a table, and restored", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            Shell dialog = open(bench, ".severity");
            choose(bench, dialog, "PCI301", "error");
            bench.picture("preferences-severity");
            WritingTests.press(bench, dialog, "Apply and Close");
            Dialogs.gone(bench, dialog);
            editor.annotation("error", "nvme0 stays unmappable");
            Shell again = open(bench, ".severity");
            WritingTests.press(bench, again, "Restore Defaults");
            WritingTests.press(bench, again, "Apply and Close");
            Dialogs.gone(bench, again);
            editor.annotation("warning", "nvme0 stays unmappable");
        });

        tests.put("a folder without a Java is refused in the page", () -> {
            Path empty = Files.createTempDirectory("pcitopo-check");
            Shell dialog = open(bench, "");
            Dialogs.write(bench, dialog, JAVA, empty.toString());
            Dialogs.error(bench, dialog, "The folder holds no Java.");
            bench.picture("preferences-java");
            bench.does(() -> holds(!Dialogs.isEnabled(dialog, "Apply and Close"), "it can be applied"));
            Dialogs.write(bench, dialog, JAVA, System.getProperty("java.home"));
            bench.untilTrue("no error", () -> Dialogs.page(dialog).getErrorMessage() == null && Dialogs.isEnabled(dialog, "Apply and Close"));
            WritingTests.press(bench, dialog, "Cancel");
            Dialogs.gone(bench, dialog);
        });

        tests.put("a Java that is gone is told, and the server comes back when the preferences name another", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            IPreferenceStore store = Services.of(Settings.class).store();
            bench.does(() -> store.setValue("java.home", "/opt/java-that-is-gone"));
            bench.until("the note", () -> bench.shells().stream().flatMap(shell -> Bench.controls(shell, Label.class).stream())
                    .filter(label -> label.getText().contains("/opt/java-that-is-gone holds no Java")).findFirst());
            bench.picture("no-java");
            holds(Services.of(LanguageServerSession.class).processId().isEmpty(), "a server runs");
            editor.replaceAll("nvme0", "renamed");
            Shell dialog = open(bench, "");
            Dialogs.error(bench, dialog, "The folder holds no Java.");
            Dialogs.write(bench, dialog, JAVA, "");
            WritingTests.press(bench, dialog, "Apply and Close");
            Dialogs.gone(bench, dialog);
            editor.annotation("warning", "renamed stays unmappable");
        });

        tests.put("templates are listed, and offered in the editor", () -> {
            Shell dialog = open(bench, ".templates");
            Table list = bench.until("the templates", () -> Bench.controls(dialog, Table.class).stream().filter(table -> table.isVisible() && table.getItemCount() > 3).findFirst());
            bench.picture("preferences-templates");
            String name = bench.ui(() -> list.getItem(0).getText(0));
            WritingTests.press(bench, dialog, "Cancel");
            Dialogs.gone(bench, dialog);
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.replace("boot small-pages", name.substring(0, name.length() - 1) + "\n\nboot small-pages");
            editor.cursor(name.substring(0, name.length() - 1) + "\n", name.length() - 1);
            WritingTests.proposals(bench, editor, name);
            bench.picture("templates");
        });

        tests.put("the command starts another server, which knows the unsaved text", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.replaceAll("nvme0", "renamed");
            editor.annotation("warning", "renamed stays unmappable");
            long before = Services.of(LanguageServerSession.class).processId().orElseThrow();
            bench.command("org.pcitopo.eclipse.restart");
            bench.until("another process", () -> Services.of(LanguageServerSession.class).processId().filter(id -> id != before));
            bench.untilTrue("the end of the first", () -> ProcessHandle.of(before).filter(ProcessHandle::isAlive).isEmpty());
            editor.replaceAll("renamed", "once-more");
            editor.annotation("warning", "once-more stays unmappable");
        });
    }

    private static Shell open(Bench bench, String page) {
        return Dialogs.open(bench, PREFERENCES.formatted(page), "Preferences");
    }

    /** Chooses from the list in the last column of the row of a problem. */
    private static void choose(Bench bench, Shell dialog, String code, String severity) {
        Table table = bench.until("the problems", () -> Bench.controls(dialog, Table.class).stream().filter(one -> one.isVisible() && row(one, code).isPresent()).findFirst());
        bench.does(() -> {
            TableItem row = row(table, code).orElseThrow();
            table.showItem(row);
            Rectangle cell = row.getBounds(2);
            Event press = new Event();
            press.x = cell.x + 5;
            press.y = cell.y + 5;
            press.button = 1;
            press.count = 1;
            table.notifyListeners(SWT.MouseDown, press);
        });
        CCombo list = bench.until("the list of severities", () -> Bench.controls(table, CCombo.class).stream().filter(CCombo::isVisible).findFirst());
        bench.does(() -> {
            list.select(list.indexOf(severity));
            list.notifyListeners(SWT.Selection, new Event());
            list.notifyListeners(SWT.DefaultSelection, new Event());
        });
        bench.untilTrue("the chosen severity", () -> row(table, code).filter(row -> row.getText(2).equals(severity)).isPresent());
    }

    private static Optional<TableItem> row(Table table, String code) {
        return Arrays.stream(table.getItems()).filter(item -> item.getText(0).equals(code)).findFirst();
    }
}
