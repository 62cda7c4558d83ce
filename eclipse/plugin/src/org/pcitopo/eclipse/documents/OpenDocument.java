package org.pcitopo.eclipse.documents;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageServer;
import org.pcitopo.eclipse.server.LanguageServerSession;

/** A topology that is open in the workbench, saved or not, in however many editors. Every edit goes to the server. */
public final class OpenDocument implements IDocumentListener {

    private final LanguageServerSession session;
    private final String uri;
    private final IDocument document;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int version;
    private TextDocumentContentChangeEvent next;

    OpenDocument(LanguageServerSession session, String uri, IDocument document) {
        this.session = session;
        this.uri = uri;
        this.document = document;
    }

    public String uri() {
        return uri;
    }

    public IDocument document() {
        return document;
    }

    public TextDocumentIdentifier identifier() {
        return new TextDocumentIdentifier(uri);
    }

    /** Is called after each edit, when the server has been told, on the thread of the edit. */
    public void whenEdited(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    synchronized void open(LanguageServer server) {
        version++;
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "pcitopo", version, document.get())));
    }

    synchronized void close(LanguageServer server) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(identifier()));
    }

    /** What is replaced stands where it stood before the edit. */
    @Override
    public synchronized void documentAboutToBeChanged(DocumentEvent event) {
        Range replaced = Positions.of(document, new Region(event.getOffset(), event.getLength()));
        next = new TextDocumentContentChangeEvent(replaced, event.getText() == null ? "" : event.getText());
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        synchronized (this) {
            version++;
            TextDocumentContentChangeEvent change = next;
            int now = version;
            session.tell(server -> server.getTextDocumentService().didChange(
                    new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, now), List.of(change))));
        }
        listeners.forEach(Runnable::run);
    }
}
