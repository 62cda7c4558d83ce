package org.pcitopo.eclipse.action;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Notes;
import org.pcitopo.eclipse.workbench.Services;

/** Ends the language server and starts another. */
public final class RestartHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Services.of(LanguageServerSession.class).restart();
        Notes.show("pcitopo's language server is started again.");
        return null;
    }
}
