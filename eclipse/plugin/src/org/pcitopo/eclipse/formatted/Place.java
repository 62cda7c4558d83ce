package org.pcitopo.eclipse.formatted;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Uris;

/**
 * A place in a file that can be shown in an editor.
 *
 * @param uri the file, as the protocol names it
 * @param range where in it; empty for its beginning
 */
public record Place(String uri, Optional<Range> range) {

    private static final Pattern FRAGMENT = Pattern.compile("L?([0-9]{1,9})(?:C([0-9]{1,9})-L([0-9]{1,9})C([0-9]{1,9}))?");

    /** Of a link such as {@code file:///log.dmesg#L18} or {@code file:///host.pcitopo#L18C4-L18C9}; lines and characters count from 1. */
    public static Place of(String link) {
        int fragment = link.indexOf('#');
        if (fragment < 0) {
            return new Place(link, Optional.empty());
        }
        Matcher numbers = FRAGMENT.matcher(link.substring(fragment + 1));
        return new Place(link.substring(0, fragment), !numbers.matches() ? Optional.empty() : Optional.of(numbers.group(2) == null
                ? new Range(position(numbers.group(1), "1"), position(numbers.group(1), "1"))
                : new Range(position(numbers.group(1), numbers.group(2)), position(numbers.group(3), numbers.group(4)))));
    }

    private static Position position(String line, String character) {
        return new Position(Integer.parseInt(line) - 1, Integer.parseInt(character) - 1);
    }

    /** A link that {@link #of} reads. */
    String link() {
        return uri + range.map(it -> "#L%dC%d-L%dC%d".formatted(it.getStart().getLine() + 1, it.getStart().getCharacter() + 1,
                it.getEnd().getLine() + 1, it.getEnd().getCharacter() + 1)).orElse("");
    }

    /** The name of the file alone. */
    public String name() {
        return URI.create(uri.substring(uri.lastIndexOf('/') + 1)).getPath();
    }

    /** Whether it is a page to read, in Markdown, and no place in a topology. */
    boolean isPage() {
        return uri.endsWith(".md");
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
            Log.get().warn(uri + " cannot be opened", problem);
        }
    }
}
