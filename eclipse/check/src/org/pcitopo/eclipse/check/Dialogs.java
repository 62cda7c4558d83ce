package org.pcitopo.eclipse.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogPage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.pcitopo.eclipse.formatted.FormattedText;

/** Dialogs of the workbench in the hands of a test. */
final class Dialogs {

    private Dialogs() {
    }

    /** Executes a command with its parameters, written as {@code id(name=value)}, and waits for the window that it opens. */
    static Shell open(Bench bench, String command, String title) {
        bench.later(() -> bench.window().getService(IHandlerService.class)
                .executeCommand(bench.window().getService(ICommandService.class).deserialize(command), null));
        return window(bench, title);
    }

    /** Waits for a window. */
    static Shell window(Bench bench, String title) {
        return bench.until("the window " + title, () -> bench.shells().stream().filter(shell -> shell.getText().startsWith(title)).findFirst());
    }

    static void gone(Bench bench, Shell dialog) {
        bench.untilTrue("the window closes", dialog::isDisposed);
    }

    /** Writes into the field behind a label. */
    static void write(Bench bench, Shell dialog, String label, String text) {
        Text field = bench.until("a field " + label, () -> field(dialog, label));
        bench.does(() -> {
            field.setText(text);
            // Fields of preferences listen to keys.
            field.notifyListeners(SWT.KeyUp, new Event());
        });
    }

    /** What stands in the field behind a label. */
    static String written(Bench bench, Shell dialog, String label) {
        Text field = bench.until("a field " + label, () -> field(dialog, label));
        return bench.ui(field::getText);
    }

    private static Optional<Text> field(Shell dialog, String label) {
        for (Label one : Bench.controls(dialog, Label.class)) {
            if (one.isVisible() && one.getText().replace("&", "").startsWith(label)) {
                List<Control> siblings = Arrays.asList(one.getParent().getChildren());
                return siblings.subList(siblings.indexOf(one), siblings.size()).stream().filter(Text.class::isInstance).map(Text.class::cast).findFirst();
            }
        }
        return Optional.empty();
    }

    /** The page that a wizard or the preferences show. */
    static IDialogPage page(Shell dialog) {
        return dialog.getData() instanceof WizardDialog wizard ? wizard.getCurrentPage() : (IDialogPage) ((PreferenceDialog) dialog.getData()).getSelectedPage();
    }

    static boolean isEnabled(Shell dialog, String label) {
        return Bench.controls(dialog, Button.class).stream().filter(button -> button.getText().replace("&", "").startsWith(label)).anyMatch(Button::isEnabled);
    }

    /** Waits for an error of the page with {@code words}. */
    static void error(Bench bench, Shell dialog, String words) {
        bench.untilTrue("the page's error " + words, () -> String.valueOf(page(dialog).getErrorMessage()).contains(words));
    }

    /** Waits until the formatted texts in a window can be read: the browser draws them later than it is told. */
    static void drawn(Bench bench, Shell window) {
        bench.untilTrue("the formatted text on the screen", () -> Bench.controls(window, FormattedText.class).stream()
                .allMatch(text -> text.isComplete() && isDrawn(text)));
    }

    /** Whether not all of it has one colour. */
    static boolean isDrawn(Control control) {
        Point corner = control.toDisplay(0, 0);
        Point size = control.getSize();
        if (size.x < 1 || size.y < 1) {
            return false;
        }
        Image image = new Image(control.getDisplay(), size.x, size.y);
        GC gc = new GC(control.getDisplay());
        try {
            gc.copyArea(image, corner.x, corner.y);
            ImageData data = image.getImageData();
            int[] pixels = new int[size.x];
            boolean[] different = {false};
            for (int y = 0; y < size.y && !different[0]; y++) {
                data.getPixels(0, y, size.x, pixels, 0);
                different[0] = Arrays.stream(pixels).distinct().limit(2).count() > 1;
            }
            return different[0];
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
