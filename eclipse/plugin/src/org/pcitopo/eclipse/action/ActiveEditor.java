package org.pcitopo.eclipse.action;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Position;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.workbench.Services;

/**
 * The editor that a command is about.
 *
 * @param editor the editor
 * @param text what it shows
 * @param selection what is selected in it
 */
public record ActiveEditor(ITextEditor editor, OpenDocument text, ITextSelection selection) {

    /** Empty where the editor in front shows no topology. */
    static Optional<ActiveEditor> of(ExecutionEvent event) {
        return of(HandlerUtil.getActiveEditor(event));
    }

    /** Empty where {@code part} shows no topology. */
    public static Optional<ActiveEditor> of(IEditorPart part) {
        if (!(part instanceof ITextEditor editor) || editor.getDocumentProvider() == null) {
            return Optional.empty();
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return document == null ? Optional.empty() : Services.of(OpenDocuments.class).of(document)
                .filter(text -> editor.getSelectionProvider().getSelection() instanceof ITextSelection)
                .map(text -> new ActiveEditor(editor, text, (ITextSelection) editor.getSelectionProvider().getSelection()));
    }

    /** The same editor as it is now; empty where it was closed. */
    Optional<ActiveEditor> now() {
        return of(editor);
    }

    /** Says something below the editor until something else is said there; with "", nothing. */
    void say(String words) {
        ((IEditorSite) editor.getSite()).getActionBars().getStatusLineManager().setErrorMessage(words.isEmpty() ? null : words);
    }

    /** Where the cursor is. */
    public Position position() {
        return Positions.of(text.document(), selection.getOffset());
    }
}
