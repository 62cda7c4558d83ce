package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/**
 * What the server says about a text and that stands beside it, none of it being text.
 *
 * @param <T> what the server tells of each
 */
abstract class ServerMinings<T> extends AbstractCodeMiningProvider {

    @Override
    public final CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
        Optional<OpenDocument> open = Services.of(OpenDocuments.class).of(viewer.getDocument());
        return open.isEmpty() ? CompletableFuture.completedFuture(List.of())
                : Services.of(LanguageServerSession.class).request(server -> ask(server.getTextDocumentService(), open.get()))
                        // The workbench goes on in the thread that answers; in any but the user interface's it trips over what scrolls meanwhile.
                        // And it would log each question while there is no server: then nothing is told.
                        .handleAsync((all, none) -> none == null ? shown(open.get().document(), all) : List.of(), PlatformUI.getWorkbench().getDisplay()::asyncExec);
    }

    private List<ICodeMining> shown(IDocument document, List<? extends T> told) {
        return told.stream().flatMap(one -> shown(document, one).stream()).toList();
    }

    /** Empty where the text has changed meanwhile and has no such line any more. */
    private Optional<ICodeMining> shown(IDocument document, T told) {
        try {
            return Optional.of(mining(document, told));
        } catch (BadLocationException changed) {
            return Optional.empty();
        }
    }

    abstract CompletableFuture<List<? extends T>> ask(TextDocumentService server, OpenDocument text);

    abstract ICodeMining mining(IDocument document, T told) throws BadLocationException;
}
