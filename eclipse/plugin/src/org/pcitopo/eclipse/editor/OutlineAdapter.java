package org.pcitopo.eclipse.editor;

import java.util.Optional;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.workbench.Services;

/** Gives editors of topologies their outline. */
public final class OutlineAdapter implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object object, Class<T> wanted) {
        if (!(object instanceof ITextEditor editor) || wanted != IContentOutlinePage.class || editor.getDocumentProvider() == null) {
            return null;
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return Optional.ofNullable(document).flatMap(Services.of(OpenDocuments.class)::of).map(open -> wanted.cast(new OutlinePage(editor, open))).orElse(null);
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
