package org.pcitopo.eclipse.editor;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.ui.editors.text.EditorsUI;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.formatted.Markdown;
import org.pcitopo.eclipse.formatted.ProblemText;
import org.pcitopo.eclipse.problems.Problems;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** What is under the pointer: a BAR with its page, a window, an option of the kernel, and the others that the server knows. */
public final class HoverProvider implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    private static final long PATIENCE = 5_000;

    /** A text that has just been opened or edited: its problems come soon. */
    private static final long FRESH = 1_000;

    /** The place that was asked for last: the workbench asks for its word, which all else waits for, and then, in the background, what is told of it. */
    private volatile int last;

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        last = offset;
        return word(viewer.getDocument(), offset);
    }

    @Override
    public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        int place = last;
        boolean isThere = region.getOffset() <= place && place <= region.getOffset() + region.getLength();
        return told(viewer.getDocument(), isThere ? place : region.getOffset()).orElse(null);
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        Object markdown = getHoverInfo2(viewer, region);
        return markdown == null ? null : Markdown.plain(markdown.toString());
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return parent -> new HoverControl(parent, EditorsUI.getTooltipAffordanceString());
    }

    /** What the server says about the place, below it the problems there. */
    private static Optional<String> told(IDocument document, int offset) {
        return Services.of(OpenDocuments.class).of(document).map(open -> {
            Stream<String> hover = ask(open, offset).filter(it -> it.getContents().isRight()).map(it -> it.getContents().getRight().getValue()).stream();
            return Stream.concat(hover, Services.of(Problems.class).soonAt(open, offset, FRESH).stream().map(ProblemText::of))
                    .filter(words -> !words.isBlank()).collect(Collectors.joining("\n\n---\n\n"));
        }).filter(text -> !text.isEmpty());
    }

    /** The workbench interrupts hovers not only when the text changes, but also when a part of it is painted anew: that gives no other answer. */
    private static Optional<Hover> ask(OpenDocument open, int offset) {
        int version = open.version();
        HoverParams place = new HoverParams(open.identifier(), Positions.of(open.document(), offset));
        Optional<Hover> answer;
        do {
            answer = Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService().hover(place), PATIENCE);
        } while (answer.isEmpty() && Thread.interrupted() && version == open.version());
        return answer;
    }

    /** What is read as one word; the server, which knows better, is not waited for here. */
    private static IRegion word(IDocument document, int offset) {
        try {
            int start = offset;
            while (start > 0 && Character.isUnicodeIdentifierPart(document.getChar(start - 1))) {
                start--;
            }
            int end = offset;
            while (end < document.getLength() && Character.isUnicodeIdentifierPart(document.getChar(end))) {
                end++;
            }
            return end == offset ? new Region(offset, 0) : new Region(start, end - start);
        } catch (BadLocationException changed) {
            return new Region(offset, 0);
        }
    }
}
