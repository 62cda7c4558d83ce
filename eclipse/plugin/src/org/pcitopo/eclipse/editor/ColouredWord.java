package org.pcitopo.eclipse.editor;

import org.eclipse.jface.text.Position;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;

/** A word of a document with its colour; it moves with the text while a person types. */
final class ColouredWord extends Position {

    /** The category in a document of all its coloured words. */
    static final String CATEGORY = "org.pcitopo.eclipse.words";

    private final Color colour;
    private final int font;

    /** @param font a style of SWT's fonts, such as {@code SWT.BOLD} */
    ColouredWord(int offset, int length, Color colour, int font) {
        super(offset, length);
        this.colour = colour;
        this.font = font;
    }

    StyleRange style() {
        return new StyleRange(getOffset(), getLength(), colour, null, font);
    }
}
