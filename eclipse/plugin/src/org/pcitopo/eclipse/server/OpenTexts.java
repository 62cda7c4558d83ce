package org.pcitopo.eclipse.server;

import org.eclipse.lsp4j.services.LanguageServer;

/** The texts that a server has to know before it is asked anything. */
public interface OpenTexts {

    /** Tells a new server all texts as they are now; {@code connected} is called before one of them can change. */
    void openAll(LanguageServer server, Runnable connected);
}
