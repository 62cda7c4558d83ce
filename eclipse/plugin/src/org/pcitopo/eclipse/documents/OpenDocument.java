package org.pcitopo.eclipse.documents;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
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
    private final Object order;
    private final IntSupplier versions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile int version;
    private String text;
    private TextDocumentContentChangeEvent next;

    /**
     * @param order held by whoever tells the server of texts, so that it hears of edits neither twice nor never
     * @param versions numbers that grow, also from one text of a file to the next
     */
    OpenDocument(LanguageServerSession session, String uri, IDocument document, Object order, IntSupplier versions) {
        this.session = session;
        this.uri = uri;
        this.document = document;
        this.order = order;
        this.versions = versions;
        version = versions.getAsInt();
        text = document.get();
    }

    public String uri() {
        return uri;
    }

    public IDocument document() {
        return document;
    }

    /** Another one after each edit: an answer is about the text of the moment in which it was asked for. */
    public int version() {
        return version;
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

    /** May be called while the text is being edited: tells it as it was, the edit follows. */
    void open(LanguageServer server) {
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "pcitopo", version, text)));
    }

    void close(LanguageServer server) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(identifier()));
    }

    /** What is replaced stands where it stood before the edit. */
    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        Range replaced = Positions.of(document, new Region(event.getOffset(), event.getLength()));
        next = new TextDocumentContentChangeEvent(replaced, event.getText() == null ? "" : event.getText());
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        synchronized (order) {
            version = versions.getAsInt();
            text = document.get();
            session.tell(server -> server.getTextDocumentService().didChange(
                    new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version), List.of(next))));
        }
        listeners.forEach(Runnable::run);
    }
}
