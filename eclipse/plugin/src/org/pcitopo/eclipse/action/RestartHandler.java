package org.pcitopo.eclipse.action;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.pcitopo.eclipse.Notes;
import org.pcitopo.eclipse.PcitopoPlugin;

/** Ends the language server and starts another. */
public final class RestartHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        PcitopoPlugin.session().restart();
        Notes.show("pcitopo's language server is started again.");
        return null;
    }
}
