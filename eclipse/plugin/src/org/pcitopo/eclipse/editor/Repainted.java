package org.pcitopo.eclipse.editor;

import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerLifecycle;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.swt.custom.StyledText;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/**
 * Something that an editor shows of its whole text: asked of the server in the background when the editor opens, when a person pauses
 * typing, and when a new server is there; painted where the text is still the same when the answer comes.
 */
abstract class Repainted implements IReconcilingStrategy, IReconcilingStrategyExtension, ITextViewerLifecycle {

    private static final int MOST_TRIES = 10;
    private static final long PAUSE = 300;

    /** Asks and paints once more. */
    final Runnable again = () -> later(MOST_TRIES, 0);
    private Optional<ITextViewer> viewer = Optional.empty();

    /** Asks, on a background thread; what it returns is run on the user interface's thread. */
    abstract Optional<Runnable> ask(ITextViewer shown, OpenDocument document);

    private void later(int tries, long pause) {
        Job.createSystem("pcitopo", (ICoreRunnable) monitor -> ask(tries)).schedule(pause);
    }

    private void ask() {
        ask(MOST_TRIES);
    }

    private void ask(int tries) {
        ITextViewer shown = viewer.orElse(null);
        StyledText widget = shown == null ? null : shown.getTextWidget();
        IDocument document = shown == null ? null : shown.getDocument();
        if (widget == null || document == null) {
            return;
        }
        Optional<OpenDocument> open = Services.of(OpenDocuments.class).of(document);
        Optional<Integer> version = open.map(OpenDocument::version);
        Optional<Runnable> answer = open.flatMap(it -> ask(shown, it));
        if (answer.isEmpty() && tries > 1) {
            later(tries - 1, PAUSE);
        }
        answer.filter(paint -> !widget.isDisposed()).ifPresent(paint -> widget.getDisplay().asyncExec(() -> {
            if (!widget.isDisposed() && shown.getDocument() == document && version.equals(open.map(OpenDocument::version))) {
                paint.run();
            }
        }));
    }

    @Override
    public void install(ITextViewer textViewer) {
        viewer = Optional.of(textViewer);
        Services.of(LanguageServerSession.class).whenAnswersChange(again);
    }

    @Override
    public void uninstall() {
        viewer = Optional.empty();
        Services.of(LanguageServerSession.class).forget(again);
    }

    @Override
    public void initialReconcile() {
        ask();
    }

    @Override
    public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
        ask();
    }

    @Override
    public void reconcile(IRegion partition) {
        ask();
    }

    @Override
    public void setDocument(IDocument document) {
        // The viewer knows it.
    }

    @Override
    public void setProgressMonitor(IProgressMonitor monitor) {
        // The server answers quickly.
    }
}
