package org.pcitopo.eclipse.editor;

import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Shows the bracket that belongs to the one at the cursor. */
public final class Brackets extends DefaultCharacterPairMatcher {

    public Brackets() {
        super(new char[] {'{', '}', '[', ']'}, IDocumentExtension3.DEFAULT_PARTITIONING);
    }
}
