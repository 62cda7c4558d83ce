package org.pcitopo.eclipse.editor;

import java.util.List;
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
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.ui.editors.text.EditorsUI;
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

    /** The answer about the place that was asked last: the region and then the text of a hover are asked one after the other. */
    private Optional<Answer> last = Optional.empty();

    private record Answer(IDocument document, IRegion region, String markdown) {
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        last = ask(viewer.getDocument(), offset);
        return last.map(Answer::region).orElse(new Region(offset, 0));
    }

    @Override
    public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        Optional<Answer> answer = last.filter(it -> it.document() == viewer.getDocument() && it.region().equals(region))
                .or(() -> ask(viewer.getDocument(), region.getOffset()));
        return answer.map(Answer::markdown).orElse(null);
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
    private static Optional<Answer> ask(IDocument document, int offset) {
        return Services.of(OpenDocuments.class).of(document).flatMap(open -> {
            Optional<Hover> hover = Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService()
                    .hover(new HoverParams(open.identifier(), Positions.of(document, offset))), PATIENCE).filter(it -> it.getContents().isRight());
            List<Diagnostic> problems = Services.of(Problems.class).at(open, offset);
            String text = Stream.concat(hover.map(it -> it.getContents().getRight().getValue()).stream(), problems.stream().map(ProblemText::of))
                    .filter(words -> !words.isBlank()).collect(Collectors.joining("\n\n---\n\n"));
            Optional<IRegion> region = hover.map(Hover::getRange).or(() -> problems.stream().map(Diagnostic::getRange).findFirst())
                    .map(range -> Positions.region(document, range));
            return text.isEmpty() ? Optional.empty() : Optional.of(new Answer(document, region.orElseGet(() -> word(document, offset)), text));
        });
    }

    private static IRegion word(IDocument document, int offset) {
        try {
            IRegion line = document.getLineInformationOfOffset(offset);
            return offset < line.getOffset() + line.getLength() ? new Region(offset, 1) : new Region(offset, 0);
        } catch (BadLocationException changed) {
            return new Region(offset, 0);
        }
    }
}
