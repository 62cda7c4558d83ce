package org.pcitopo.eclipse.documents;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Between lines and characters of the protocol and offsets of the workbench. Both count from 0, in UTF-16. */
public final class Positions {

    private Positions() {
    }

    public static Position of(IDocument document, int offset) {
        try {
            int within = Math.max(0, Math.min(offset, document.getLength()));
            int line = document.getLineOfOffset(within);
            return new Position(line, within - document.getLineOffset(line));
        } catch (BadLocationException impossible) {
            return new Position(0, 0);
        }
    }

    public static Range of(IDocument document, IRegion region) {
        return new Range(of(document, region.getOffset()), of(document, region.getOffset() + region.getLength()));
    }

    /** The nearest offset that the document has. */
    public static int offset(IDocument document, Position position) {
        try {
            int line = Math.min(position.getLine(), document.getNumberOfLines() - 1);
            IRegion whole = document.getLineInformation(line);
            return line < position.getLine() ? document.getLength() : whole.getOffset() + Math.min(position.getCharacter(), whole.getLength());
        } catch (BadLocationException impossible) {
            return 0;
        }
    }

    public static IRegion region(IDocument document, Range range) {
        int start = offset(document, range.getStart());
        return new Region(start, Math.max(0, offset(document, range.getEnd()) - start));
    }
}
