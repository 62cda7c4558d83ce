package org.pcitopo.eclipse.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.services.LanguageServer;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.server.OpenTexts;
import org.pcitopo.eclipse.workbench.Ids;
import org.pcitopo.eclipse.workbench.Uris;

/**
 * All topologies that are open. The workbench keeps one text for each file, however many editors show it: the server is told of
 * these texts.
 */
public final class OpenDocuments implements IFileBufferListener, OpenTexts {

    private final LanguageServerSession session;
    private final Map<ITextFileBuffer, OpenDocument> documents = new LinkedHashMap<>();
    private final AtomicInteger versions = new AtomicInteger();
    private final List<Consumer<OpenDocument>> opened = new CopyOnWriteArrayList<>();
    private final List<Consumer<OpenDocument>> closed = new CopyOnWriteArrayList<>();

    public OpenDocuments(LanguageServerSession session) {
        this.session = session;
    }

    /** Follows the workbench's texts from now on. */
    public void begin() {
        FileBuffers.getTextFileBufferManager().addFileBufferListener(this);
        for (IFileBuffer buffer : FileBuffers.getTextFileBufferManager().getFileBuffers()) {
            bufferCreated(buffer);
        }
    }

    public void end() {
        FileBuffers.getTextFileBufferManager().removeFileBufferListener(this);
    }

    /** Is called for each text that opens, and now for each that is open. */
    public void whenOpened(Consumer<OpenDocument> listener) {
        opened.add(listener);
        all().forEach(listener);
    }

    public void whenClosed(Consumer<OpenDocument> listener) {
        closed.add(listener);
    }

    public synchronized List<OpenDocument> all() {
        return List.copyOf(documents.values());
    }

    /** Empty where {@code document} is no topology. */
    public synchronized Optional<OpenDocument> of(IDocument document) {
        return documents.values().stream().filter(open -> open.document() == document).findFirst();
    }

    /** Empty where that file is not open. */
    public synchronized Optional<OpenDocument> of(String uri) {
        return documents.values().stream().filter(open -> open.uri().equals(uri)).findFirst();
    }

    /** The versions of all texts, by their files. */
    public synchronized Map<String, Integer> versions() {
        return documents.values().stream().collect(Collectors.toMap(OpenDocument::uri, OpenDocument::version, Math::max));
    }

    @Override
    public synchronized void openAll(LanguageServer server, Runnable connected) {
        documents.values().forEach(document -> document.open(server));
        connected.run();
    }

    @Override
    public void bufferCreated(IFileBuffer buffer) {
        if (buffer instanceof ITextFileBuffer text && isTopology(text)) {
            Uris.of(text).ifPresent(uri -> open(text, uri));
        }
    }

    private void open(ITextFileBuffer buffer, String uri) {
        OpenDocument document;
        synchronized (this) {
            document = new OpenDocument(session, uri, buffer.getDocument(), this, versions::incrementAndGet);
            documents.put(buffer, document);
            buffer.getDocument().addDocumentListener(document);
            session.tell(document::open);
        }
        opened.forEach(listener -> listener.accept(document));
    }

    @Override
    public void bufferDisposed(IFileBuffer buffer) {
        OpenDocument document;
        synchronized (this) {
            document = documents.remove(buffer);
            if (document == null) {
                return;
            }
            document.document().removeDocumentListener(document);
            session.tell(document::close);
        }
        closed.forEach(listener -> listener.accept(document));
    }

    private static boolean isTopology(ITextFileBuffer buffer) {
        try {
            IContentType type = buffer.getContentType();
            return type != null && type.getId().equals(Ids.CONTENT_TYPE);
        } catch (CoreException unknown) {
            return false;
        }
    }

    // A file that is moved or deleted gets another buffer, or none: both are told by the methods above.

    @Override
    public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
        // See above.
    }

    @Override
    public void underlyingFileDeleted(IFileBuffer buffer) {
        // See above.
    }

    @Override
    public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
        // The document tells it.
    }

    @Override
    public void bufferContentReplaced(IFileBuffer buffer) {
        // The document tells it.
    }

    @Override
    public void stateChanging(IFileBuffer buffer) {
        // Nothing that the server has to know.
    }

    @Override
    public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
        // Nothing that the server has to know.
    }

    @Override
    public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
        // Nothing that the server has to know.
    }

    @Override
    public void stateChangeFailed(IFileBuffer buffer) {
        // Nothing that the server has to know.
    }

}
