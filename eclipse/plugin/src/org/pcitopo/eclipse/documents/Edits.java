package org.pcitopo.eclipse.documents;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.DocumentChange;
import org.eclipse.ltk.core.refactoring.PerformChangeOperation;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.TextChange;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.edits.UndoEdit;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Notes;
import org.pcitopo.eclipse.workbench.Services;
import org.pcitopo.eclipse.workbench.Uris;

/** Changes that the server proposes, as changes of the workbench: with preview, undo, and open editors left unsaved. */
public final class Edits {

    private Edits() {
    }

    /**
     * Makes a change that was proposed for texts as they were, so that it can be taken back. Where one of them has changed since, and
     * where it fails, a note says so. To be called on the user interface's thread.
     *
     * @param proposed the versions of open texts when the change was asked for, see {@link OpenDocuments#versions()}
     */
    public static void apply(String title, WorkspaceEdit edit, Map<String, Integer> proposed) {
        Map<String, Integer> now = Services.of(OpenDocuments.class).versions();
        if (!changes(edit).keySet().stream().allMatch(uri -> Objects.equals(proposed.get(uri), now.get(uri)))) {
            Notes.show("Not done, because the text has changed since: " + title + ". Ask for it once more.");
        } else if (!apply(title, edit)) {
            Notes.show("Could not be done: " + title + ". The Error Log says why.");
        }
    }

    /** Makes the change, so that it can be taken back. To be called on the user interface's thread. Whether it was made. */
    public static boolean apply(String title, WorkspaceEdit edit) {
        CompositeChange change = change(title, edit);
        change.initializeValidationData(new NullProgressMonitor());
        PerformChangeOperation operation = new PerformChangeOperation(change);
        operation.setUndoManager(RefactoringCore.getUndoManager(), title);
        try {
            operation.run(new NullProgressMonitor());
            return operation.changeExecuted();
        } catch (CoreException problem) {
            Log.get().log(problem.getStatus());
            return false;
        }
    }

    /** The change, not made yet. */
    public static CompositeChange change(String title, WorkspaceEdit edit) {
        CompositeChange all = new CompositeChange(title);
        all.markAsSynthetic();
        changes(edit).forEach((uri, edits) -> change(uri, edits).ifPresent(all::add));
        return all;
    }

    private static Map<String, List<TextEdit>> changes(WorkspaceEdit edit) {
        return edit.getChanges() == null ? Map.of() : edit.getChanges();
    }

    private static Optional<Change> change(String uri, List<TextEdit> edits) {
        Optional<OpenDocument> open = Services.of(OpenDocuments.class).of(uri);
        Optional<IFile> file = Uris.file(uri);
        if (file.isEmpty()) {
            return open.map(document -> with(new DocumentChange(URI.create(uri).getPath(), document.document()), document.document(), edits));
        }
        TextFileChange change = new TextFileChange(file.get().getName(), file.get());
        change.setSaveMode(open.isPresent() ? TextFileChange.LEAVE_DIRTY : TextFileChange.FORCE_SAVE);
        try {
            return Optional.of(with(change, change.getCurrentDocument(new NullProgressMonitor()), edits));
        } catch (CoreException problem) {
            Log.get().log(problem.getStatus());
            return Optional.empty();
        }
    }

    private static TextChange with(TextChange change, IDocument document, List<TextEdit> edits) {
        MultiTextEdit all = edit(document, edits);
        change.setEdit(all);
        change.setTextType("pcitopo");
        return change;
    }

    /** Edits of one text. */
    public static MultiTextEdit edit(IDocument document, List<? extends TextEdit> edits) {
        MultiTextEdit all = new MultiTextEdit();
        List<TextEdit> inOrder = new ArrayList<>(edits);
        inOrder.sort(Comparator.comparing((TextEdit edit) -> Positions.offset(document, edit.getRange().getStart())));
        for (TextEdit edit : inOrder) {
            IRegion region = Positions.region(document, edit.getRange());
            all.addChild(new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText()));
        }
        return all;
    }

    /** Makes edits of one text as one step that can be taken back. */
    public static UndoEdit apply(IDocument document, List<? extends TextEdit> edits) throws BadLocationException {
        return edit(document, edits).apply(document);
    }

}
