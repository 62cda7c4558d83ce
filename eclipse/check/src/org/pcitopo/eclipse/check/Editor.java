package org.pcitopo.eclipse.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.StatusLineManager;
import org.eclipse.jface.action.SubStatusLineManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.texteditor.ITextEditor;

/** An editor in the hands of a test. */
final class Editor {

    private final Bench bench;
    private final ITextEditor part;

    Editor(Bench bench, ITextEditor part) {
        this.bench = bench;
        this.part = part;
    }

    ITextEditor part() {
        return part;
    }

    IDocument document() {
        return part.getDocumentProvider().getDocument(part.getEditorInput());
    }

    SourceViewer viewer() {
        return (SourceViewer) part.getAdapter(ITextViewer.class);
    }

    StyledText widget() {
        return viewer().getTextWidget();
    }

    String text() {
        return bench.ui(() -> document().get());
    }

    IFile file() {
        return part.getEditorInput().getAdapter(IFile.class);
    }

    /** Where {@code words} begin. */
    int offset(String words) {
        int offset = text().indexOf(words);
        Bench.holds(offset >= 0, "the text does not have \"" + words + "\":\n" + text());
        return offset;
    }

    /** Where in the widget the upper left corner of a character is. */
    Point place(int offset) {
        return widget().getLocationAtOffset(((ProjectionViewer) viewer()).modelOffset2WidgetOffset(offset));
    }

    /** Puts the cursor behind the first {@code within} characters of {@code words}. */
    Editor cursor(String words, int within) {
        int offset = offset(words) + within;
        bench.does(() -> {
            part.setFocus();
            part.selectAndReveal(offset, 0);
        });
        return this;
    }

    /** Replaces the first {@code old} by {@code now}, as typing does. */
    Editor replace(String old, String now) {
        int offset = offset(old);
        bench.does(() -> document().replace(offset, old.length(), now));
        return this;
    }

    /** Replaces {@code old} by {@code now} everywhere, as one edit. */
    Editor replaceAll(String old, String now) {
        bench.does(() -> document().set(document().get().replace(old, now)));
        return this;
    }

    /** What the annotations of a sort say, such as {@code error} or {@code warning}. */
    List<String> annotations(String sort) {
        List<String> found = new ArrayList<>();
        IAnnotationModel model = viewer().getAnnotationModel();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (annotation.getType().endsWith(sort) && !annotation.isMarkedDeleted()) {
                found.add(String.valueOf(annotation.getText()));
            }
        }
        return found;
    }

    /** Waits for an annotation with {@code words}. */
    String annotation(String sort, String words) {
        return bench.until(sort + " in the editor: " + words, () -> annotations(sort).stream().filter(text -> text.contains(words)).findFirst());
    }

    void noAnnotation(String sort, String words) {
        bench.untilTrue("no " + sort + " in the editor: " + words, () -> annotations(sort).stream().noneMatch(text -> text.contains(words)));
    }

    /** Waits for a marker with {@code words}. */
    IMarker marker(String words) {
        return bench.until("a marker: " + words, () -> {
            for (IMarker marker : bench.markers(file())) {
                if (marker.getAttribute(IMarker.MESSAGE, "").contains(words)) {
                    return Optional.of(marker);
                }
            }
            return Optional.empty();
        });
    }

    /** The text of the line with {@code words}. */
    String line(String words) throws BadLocationException {
        int line = document().getLineOfOffset(offset(words));
        return document().get(document().getLineOffset(line), document().getLineLength(line));
    }

    /** What stands below the editor, in the status line. */
    String status() {
        IStatusLineManager line = ((IEditorSite) part.getSite()).getActionBars().getStatusLineManager();
        return line instanceof SubStatusLineManager own && own.getParent() instanceof StatusLineManager shared ? words(shared.getControl()) : "";
    }

    private static String words(Control control) {
        return Bench.controls((Composite) control, CLabel.class).stream().map(CLabel::getText).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    void save() {
        bench.does(() -> part.doSave(null));
    }
}
