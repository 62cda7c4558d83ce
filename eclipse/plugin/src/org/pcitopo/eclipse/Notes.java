package org.pcitopo.eclipse;

import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Tells people what happened without making them press a button. */
public final class Notes {

    private static final int MILLISECONDS = 8000;

    private Notes() {
    }

    /** Shows {@code text} for some seconds and writes it into the log. May be called on any thread. */
    public static void show(String text) {
        PcitopoPlugin.log().info(text);
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            if (!PlatformUI.getWorkbench().isClosing()) {
                NotificationPopup.forDisplay(display).title("pcitopo", true).text(text).delay(MILLISECONDS).fadeIn(false).open();
            }
        });
    }
}
