package org.pcitopo.cli.command;

import java.util.concurrent.Callable;
import org.pcitopo.cli.editor.EditorServer;
import org.pcitopo.cli.io.Io;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pcitopo lsp}: the language server. */
@Command(name = "lsp",
        description = {"Serve an editor: the language server protocol on standard input and standard output.",
            "Editors start this themselves; how to tell them is in docs/editors.md."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the editor ended the session", "1:it went away without saying so"})
final class LspCommand implements Callable<Integer> {

    private final Io io;

    @Option(names = "--stdio", description = "Accepted since many editors pass it; there is no other way.")
    private boolean stdio;

    LspCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws InterruptedException {
        return EditorServer.serve(io);
    }
}
