package org.pcitopo.eclipse.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Ids;
import org.pcitopo.eclipse.workbench.Services;

/** Marks all places that mean what is under the cursor, also between the text and addresses inside command lines. */
public final class Occurrences implements IReconciler, ISelectionChangedListener {

    private static final String TYPE = Ids.PLUGIN + ".occurrence";

    private Optional<ISourceViewer> viewer = Optional.empty();
    private CompletableFuture<?> asked = CompletableFuture.completedFuture(null);

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ISourceViewer source && textViewer.getSelectionProvider() instanceof IPostSelectionProvider selections) {
            viewer = Optional.of(source);
            selections.addPostSelectionChangedListener(this);
        }
    }

    @Override
    public void uninstall() {
        viewer.filter(source -> source.getSelectionProvider() instanceof IPostSelectionProvider)
                .ifPresent(source -> ((IPostSelectionProvider) source.getSelectionProvider()).removePostSelectionChangedListener(this));
        viewer = Optional.empty();
        asked.cancel(true);
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        asked.cancel(true);
        viewer.filter(source -> source.getDocument() != null).ifPresent(source -> Services.of(OpenDocuments.class).of(source.getDocument())
                .ifPresent(document -> ask(source, document)));
    }

    private void ask(ISourceViewer source, OpenDocument document) {
        int version = document.version();
        DocumentHighlightParams params = new DocumentHighlightParams(document.identifier(), Positions.of(document.document(), source.getSelectedRange().x));
        CompletableFuture<List<? extends DocumentHighlight>> answer = Services.of(LanguageServerSession.class).request(server -> server.getTextDocumentService()
                .documentHighlight(params));
        asked = answer;
        answer.thenAccept(found -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            if (asked != answer || source.getTextWidget() == null || source.getTextWidget().isDisposed()) {
                return;
            }
            if (version == document.version()) {
                mark(source, document, found == null ? List.of() : found);
            } else {
                ask(source, document);
            }
        }));
    }

    private static void mark(ISourceViewer source, OpenDocument document, List<? extends DocumentHighlight> found) {
        IAnnotationModel model = source.getAnnotationModel();
        if (!(model instanceof IAnnotationModelExtension replaceable)) {
            return;
        }
        List<Annotation> old = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (annotation.getType().equals(TYPE)) {
                old.add(annotation);
            }
        }
        Map<Annotation, Position> now = new HashMap<>();
        for (DocumentHighlight highlight : found) {
            IRegion region = Positions.region(document.document(), highlight.getRange());
            now.put(new Annotation(TYPE, false, ""), new Position(region.getOffset(), region.getLength()));
        }
        replaceable.replaceAnnotations(old.toArray(Annotation[]::new), now);
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null;
    }
}
