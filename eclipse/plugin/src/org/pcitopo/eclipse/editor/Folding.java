package org.pcitopo.eclipse.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** What can be folded. What is folded stays so while the text around it changes. */
public final class Folding extends Repainted {

    private static final long PATIENCE = 30_000;

    @Override
    Optional<Runnable> ask(ITextViewer viewer, OpenDocument document) {
        return viewer instanceof ProjectionViewer projection ? Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService()
                .foldingRange(new FoldingRangeRequestParams(document.identifier())), PATIENCE).map(ranges -> () -> fold(projection, document.document(), ranges))
                : Optional.empty();
    }

    private static void fold(ProjectionViewer viewer, IDocument document, List<FoldingRange> ranges) {
        ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
        if (model == null) {
            return;
        }
        Map<Position, Boolean> wanted = new HashMap<>();
        for (FoldingRange range : ranges) {
            lines(document, range).ifPresent(position -> wanted.put(position, false));
        }
        List<Annotation> gone = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (wanted.remove(model.getPosition(annotation)) == null) {
                gone.add(annotation);
            }
        }
        Map<Annotation, Position> added = new HashMap<>();
        wanted.keySet().forEach(position -> added.put(new ProjectionAnnotation(), position));
        if (!gone.isEmpty() || !added.isEmpty()) {
            model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
        }
    }

    /** Whole lines, as the workbench folds. */
    private static Optional<Position> lines(IDocument document, FoldingRange range) {
        try {
            int start = document.getLineOffset(range.getStartLine());
            int last = Math.min(range.getEndLine() + 1, document.getNumberOfLines());
            int end = last < document.getNumberOfLines() ? document.getLineOffset(last) : document.getLength();
            return range.getEndLine() > range.getStartLine() ? Optional.of(new Position(start, end - start)) : Optional.empty();
        } catch (BadLocationException changed) {
            return Optional.empty();
        }
    }
}
