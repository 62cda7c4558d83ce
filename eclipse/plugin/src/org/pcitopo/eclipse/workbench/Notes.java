package org.pcitopo.eclipse.workbench;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;

/** Tells people what happened without making them press a button. */
public final class Notes {

    private static final int MILLISECONDS = 8000;
    private static final int WIDE = 360;

    private Notes() {
    }

    /** Shows {@code text} for some seconds and writes it into the log. May be called on any thread. */
    public static void show(String text) {
        Log.get().info(text);
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            if (!PlatformUI.getWorkbench().isClosing()) {
                NotificationPopup.forDisplay(display).title("pcitopo", true).content(parent -> words(parent, text)).delay(MILLISECONDS).fadeIn(false).open();
            }
        });
    }

    /** All of it: the workbench's own way to show text leaves out what is wider than the window. */
    private static Label words(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDE, SWT.DEFAULT).applyTo(label);
        return label;
    }
}
