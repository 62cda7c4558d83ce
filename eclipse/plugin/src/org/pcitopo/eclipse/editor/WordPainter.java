package org.pcitopo.eclipse.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.BadPositionCategoryException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.swt.custom.StyleRange;

/**
 * Paints the words that {@link SemanticColours} left in a document, whenever the viewer shows lines anew: when it opens, after edits,
 * where lines are folded. Gaps between words are painted too, since what others put there, such as minings, is merged into it.
 */
public final class WordPainter implements IPresentationDamager, IPresentationRepairer {

    private IDocument document;

    /** For the Generic Editor, which makes one for each viewer. */
    public static final class Reconciler extends PresentationReconciler {
        public Reconciler() {
            WordPainter painter = new WordPainter();
            setDamager(painter, IDocument.DEFAULT_CONTENT_TYPE);
            setRepairer(painter, IDocument.DEFAULT_CONTENT_TYPE);
        }
    }

    @Override
    public void setDocument(IDocument shown) {
        document = shown;
    }

    /** The lines of the edit: words in others have only moved. */
    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
        try {
            int length = event.getText() == null ? 0 : event.getText().length();
            int start = document.getLineInformationOfOffset(event.getOffset()).getOffset();
            IRegion last = document.getLineInformationOfOffset(Math.min(document.getLength(), event.getOffset() + length));
            return new Region(start, last.getOffset() + last.getLength() - start);
        } catch (BadLocationException changedMeanwhile) {
            return partition;
        }
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        int end = damage.getOffset();
        int last = damage.getOffset() + damage.getLength();
        for (Position position : words()) {
            if (position instanceof ColouredWord word && !word.isDeleted() && word.getOffset() >= end && word.getOffset() + word.getLength() <= last) {
                gap(presentation, end, word.getOffset());
                presentation.addStyleRange(word.style());
                end = word.getOffset() + word.getLength();
            }
        }
        gap(presentation, end, last);
    }

    private static void gap(TextPresentation presentation, int start, int end) {
        if (start < end) {
            presentation.addStyleRange(new StyleRange(start, end - start, null, null));
        }
    }

    private Position[] words() {
        try {
            return document != null && document.containsPositionCategory(ColouredWord.CATEGORY) ? document.getPositions(ColouredWord.CATEGORY)
                    : new Position[0];
        } catch (BadPositionCategoryException goneMeanwhile) {
            return new Position[0];
        }
    }
}
