package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.templates.DocumentTemplateContext;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateProposal;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.formatted.Markdown;
import org.pcitopo.eclipse.workbench.Log;

/** One thing that may stand at the cursor. */
final class Proposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3, ICompletionProposalExtension5,
        ICompletionProposalExtension6 {

    private final CompletionItem item;
    private final int start;
    private int end;
    private Point selection;

    Proposal(IDocument document, CompletionItem item) {
        this.item = item;
        IRegion replaced = Positions.region(document, item.getTextEdit().map(TextEdit::getRange, both -> both.getReplace()));
        start = replaced.getOffset();
        end = start + replaced.getLength();
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        if (event != null) {
            end += event.getText().length() - event.getLength();
        }
        try {
            String typed = offset < start ? "" : document.get(start, offset - start).toLowerCase(Locale.ROOT);
            String filter = item.getFilterText() == null ? item.getLabel() : item.getFilterText();
            return offset >= start && filter.toLowerCase(Locale.ROOT).contains(typed);
        } catch (BadLocationException changed) {
            return false;
        }
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        IDocument document = viewer.getDocument();
        String text = item.getTextEdit().map(TextEdit::getNewText, both -> both.getNewText());
        int until = Math.max(end, offset);
        try {
            Position before = new Position(start, until - start);
            document.addPosition(before);
            if (item.getAdditionalTextEdits() != null) {
                Edits.apply(document, item.getAdditionalTextEdits());
            }
            document.removePosition(before);
            if (item.getInsertTextFormat() == InsertTextFormat.Snippet) {
                insert(viewer, before, text);
            } else {
                document.replace(before.getOffset(), before.getLength(), text);
                selection = new Point(before.getOffset() + text.length(), 0);
            }
        } catch (BadLocationException changed) {
            Log.get().warn("the text changed while a proposal was inserted", changed);
        }
    }

    /** Inserts it with its places to fill in. */
    private void insert(ITextViewer viewer, Position place, String snippet) throws BadLocationException {
        IDocument document = viewer.getDocument();
        IRegion line = document.getLineInformationOfOffset(place.getOffset());
        String indent = document.get(line.getOffset(), place.getOffset() - line.getOffset()).replaceAll("\\S.*", "");
        Template template = new Template(item.getLabel(), "", Templates.CONTEXT, Snippet.pattern(snippet.replace("\n", "\n" + indent)), false);
        DocumentTemplateContext context = new DocumentTemplateContext(Templates.context(), document, place.getOffset(), place.getLength());
        TemplateProposal proposal = new TemplateProposal(template, context, new Region(place.getOffset(), place.getLength()), null);
        proposal.apply(viewer, '\0', 0, place.getOffset() + place.getLength());
        selection = proposal.getSelection(document);
    }

    @Override
    public Point getSelection(IDocument document) {
        return selection;
    }

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString text = new StyledString(item.getLabel());
        if (item.getLabelDetails() != null) {
            for (String detail : List.of(orNothing(item.getLabelDetails().getDetail()), orNothing(item.getLabelDetails().getDescription()))) {
                text.append(detail.isEmpty() ? "" : "  " + detail, StyledString.QUALIFIER_STYLER);
            }
        } else if (item.getDetail() != null) {
            text.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
        }
        return text;
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    @Override
    public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        return item.getDocumentation() == null ? null : Markdown.of(item.getDocumentation());
    }

    @Override
    public String getAdditionalProposalInfo() {
        return item.getDocumentation() == null ? null : Markdown.plain(Markdown.of(item.getDocumentation()));
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return parent -> new HoverControl(parent, null);
    }

    @Override
    public void apply(IDocument document) {
        try {
            document.replace(start, end - start, item.getTextEdit().map(TextEdit::getNewText, both -> both.getNewText()));
        } catch (BadLocationException changed) {
            Log.get().warn("the text changed while a proposal was inserted", changed);
        }
    }

    @Override
    public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
        return item.getLabel();
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int completionOffset) {
        return start;
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {
        // Its documentation is shown by the workbench.
    }

    @Override
    public void unselected(ITextViewer viewer) {
        // Nothing was shown.
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
