package org.pcitopo.eclipse.problems;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.pcitopo.eclipse.documents.Positions;

/** Problems of texts that are in no project, where there is nothing to put a marker on. */
public final class ProblemAnnotations {

    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
    private static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning";
    private static final String INFO = "org.eclipse.ui.workbench.texteditor.info";

    private ProblemAnnotations() {
    }

    /** Whether {@code annotation} is such a problem. */
    public static boolean isProblem(Annotation annotation) {
        return annotation instanceof Problem;
    }

    static void show(IDocument document, List<Diagnostic> problems) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        if (buffer == null || !(buffer.getAnnotationModel() instanceof IAnnotationModelExtension model)) {
            return;
        }
        List<Annotation> old = new ArrayList<>();
        for (Iterator<Annotation> all = buffer.getAnnotationModel().getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (annotation instanceof Problem) {
                old.add(annotation);
            }
        }
        Map<Annotation, Position> now = new LinkedHashMap<>();
        for (Diagnostic problem : problems) {
            IRegion region = Positions.region(document, problem.getRange());
            now.put(new Problem(problem), new Position(region.getOffset(), region.getLength()));
        }
        model.replaceAnnotations(old.toArray(Annotation[]::new), now);
    }

    private static final class Problem extends Annotation {

        Problem(Diagnostic problem) {
            super(problem.getSeverity() == DiagnosticSeverity.Error ? ERROR : problem.getSeverity() == DiagnosticSeverity.Warning ? WARNING : INFO,
                    false, ProblemMarkers.message(problem));
        }
    }
}
