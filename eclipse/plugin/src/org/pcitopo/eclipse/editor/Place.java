package org.pcitopo.eclipse.editor;

import java.net.URI;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.documents.Uris;

/**
 * A place in a file that can be shown in an editor.
 *
 * @param uri the file, as the protocol names it
 * @param range where in it; empty for its beginning
 */
public record Place(String uri, Optional<Range> range) {

    /** Of a link such as {@code file:///log.dmesg#L18}. */
    static Place of(String link) {
        int fragment = link.indexOf('#');
        if (fragment < 0) {
            return new Place(link, Optional.empty());
        }
        String number = link.substring(fragment + 1).replaceAll("^L?([0-9]+).*", "$1");
        return new Place(link.substring(0, fragment), number.matches("[0-9]+")
                ? Optional.of(new Range(new Position(Integer.parseInt(number) - 1, 0), new Position(Integer.parseInt(number) - 1, 0))) : Optional.empty());
    }

    String name() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    /** Opens the file, if it is not open, and selects the place. */
    public void show() {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            Optional<IFile> file = Uris.file(uri);
            IEditorPart editor = file.isPresent() ? IDE.openEditor(page, file.get()) : IDE.openEditorOnFileStore(page, EFS.getStore(URI.create(uri)));
            if (editor instanceof ITextEditor text && range.isPresent()) {
                IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
                IRegion region = Positions.region(document, range.get());
                text.selectAndReveal(region.getOffset(), region.getLength());
            }
        } catch (CoreException | IllegalArgumentException problem) {
            PcitopoPlugin.log().warn(uri + " cannot be opened", problem);
        }
    }
}
