package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** Topologies are written and changed. */
final class WritingTests {

    private WritingTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("content assist knows the functions of this machine inside the command line", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.replace("pci=resource_alignment=pci:144d:a808", "pci=resource_alignment=16@");
            editor.cursor("resource_alignment=16@", "resource_alignment=16@".length());
            Table list = proposals(bench, editor, "16@0000:00:04.0");
            bench.picture("content-assist");
            choose(bench, list, "16@0000:00:04.0");
            bench.untilTrue("the inserted address", () -> editor.document().get().contains("resource_alignment=16@0000:00:04.0\""));
        });

        tests.put("content assist completes a statement with places to fill in", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.replace("boot small-pages", "host-w\n\nboot small-pages");
            editor.cursor("host-w\n", 6);
            Table list = proposals(bench, editor, "host-with-bridge");
            choose(bench, list, "host-with-bridge");
            bench.untilTrue("the inserted machine", () -> editor.document().get().contains("host name on platform {"));
        });

        tests.put("rename changes a name everywhere, after a preview", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("nvme0 : samsung", 2);
            bench.command("org.pcitopo.eclipse.rename");
            Shell dialog = bench.until("the dialog", () -> bench.shells().stream().filter(shell -> shell.getText().startsWith("Rename")).findFirst());
            bench.does(() -> Bench.controls(dialog, Text.class).get(0).setText("boot-drive"));
            bench.picture("rename");
            press(bench, dialog, "OK");
            bench.untilTrue("the new name", () -> editor.document().get().contains("expect boot-drive BAR 0 emulated")
                    && editor.document().get().contains("device 04.0 boot-drive : samsung-pm981"));
            holds(!editor.text().contains("nvme0 "), editor.text());
        });

        tests.put("formatting puts a statement where it belongs, and one step takes it back", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            String before = editor.text();
            editor.replace("    host-bridge 0000:00 {", "  host-bridge    0000:00 {");
            editor.cursor("host cloud", 0);
            bench.command("org.pcitopo.eclipse.format");
            bench.untilTrue("the formatted text", () -> editor.document().get().equals(before));
            bench.does(() -> editor.viewer().doOperation(ITextOperationTarget.UNDO));
            holds(editor.text().contains("\n  host-bridge    0000:00 {"), "not taken back:\n" + editor.text());
        });

        tests.put("formatting what is in order says that there is nothing to do", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            bench.command("org.pcitopo.eclipse.format");
            bench.untilTrue("the words below the editor", () -> editor.status().contains("Nothing to format"));
        });

        tests.put("a refactoring is offered where nothing is wrong", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("boot cured of", 6);
            bench.later(() -> editor.viewer().doOperation(ISourceViewer.QUICK_ASSIST));
            bench.until("something about expectations", () -> bench.shells().stream().flatMap(shell -> Bench.controls(shell, Table.class).stream())
                    .filter(table -> Arrays.stream(table.getItems()).anyMatch(item -> item.getText().toLowerCase(java.util.Locale.ROOT).contains("expectation"))).findFirst());
        });
    }

    static Table proposals(Bench bench, Editor editor, String wanted) {
        bench.later(() -> editor.viewer().doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS));
        return bench.until("a proposal " + wanted, () -> bench.shells().stream().flatMap(shell -> Bench.controls(shell, Table.class).stream())
                .filter(table -> row(table, wanted).isPresent()).findFirst());
    }

    private static Optional<Integer> row(Table table, String wanted) {
        for (int i = 0; i < table.getItemCount(); i++) {
            if (table.getItem(i).getText().startsWith(wanted)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Chooses a proposal as soon as it is listed: the list is filled again while more of it comes in. */
    static void choose(Bench bench, Table table, String wanted) {
        bench.until("a proposal " + wanted + " to choose", () -> row(table, wanted).map(row -> {
            table.setSelection(row);
            Event chosen = new Event();
            chosen.item = table.getItem(row);
            table.notifyListeners(SWT.Selection, chosen);
            table.notifyListeners(SWT.DefaultSelection, chosen);
            return row;
        }));
    }

    static void press(Bench bench, Shell dialog, String label) {
        Button button = bench.until("a button " + label, () -> dialog.isDisposed() ? Optional.empty() : Bench.controls(dialog, Button.class).stream()
                .filter(one -> one.getText().replace("&", "").equals(label) && one.isEnabled()).findFirst());
        bench.later(() -> button.notifyListeners(SWT.Selection, new Event()));
    }
}
