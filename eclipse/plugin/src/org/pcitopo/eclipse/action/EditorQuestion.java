package org.pcitopo.eclipse.action;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/**
 * What a command asks about an editor. A person can go on meanwhile: where the text has changed when the answer comes, the text of then
 * is asked about; where none comes, the editor says so.
 *
 * @param what the command does, such as {@code format}
 * @param question the question about an editor as it is
 * @param then what is done with the editor that was asked about, whose text is still the same, and the answer, on the user interface's
 *     thread; empty where the server knows none
 */
record EditorQuestion<T>(String what, BiFunction<LanguageServer, ActiveEditor, CompletableFuture<T>> question, BiConsumer<ActiveEditor, Optional<T>> then) {

    private static final int MOST_TRIES = 10;
    private static final long PATIENCE_SECONDS = 30;

    /** To be called on the user interface's thread. */
    void ask(ActiveEditor editor) {
        editor.say("");
        ask(editor, MOST_TRIES);
    }

    private void ask(ActiveEditor editor, int tries) {
        int version = editor.text().version();
        Services.of(LanguageServerSession.class).request(server -> question.apply(server, editor)).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((answer, problem) -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> editor.now().ifPresent(now -> {
                    if (problem != null) {
                        now.say("Cannot " + what + ": the language server did not answer. The Error Log may say why.");
                    } else if (now.text().version() == version) {
                        then.accept(editor, Optional.ofNullable(answer));
                    } else if (tries > 1) {
                        ask(now, tries - 1);
                    } else {
                        now.say("Did not " + what + ": the text went on changing.");
                    }
                })));
    }
}
