package org.pcitopo.eclipse.editor;

import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.pcitopo.eclipse.formatted.FormattedText;


/** The small window of a hover, and of a proposal's documentation. */
final class HoverControl extends AbstractInformationControl implements IInformationControlExtension2 {

    private static final int WIDE = 900;
    private static final int HIGH = 480;

    private FormattedText text;
    private boolean empty = true;

    /** @param status what stands below: the window goes when the pointer does */
    HoverControl(Shell parent, String status) {
        super(parent, status);
        create();
    }

    private HoverControl(Shell parent) {
        super(parent, true);
        create();
    }

    @Override
    protected void createContent(Composite parent) {
        text = new FormattedText(parent);
    }

    @Override
    public void setInput(Object input) {
        empty = input == null || input.toString().isEmpty();
        if (!empty) {
            text.show(input.toString(), text.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND),
                    text.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        }
    }

    @Override
    public boolean hasContents() {
        return !empty;
    }

    /** Tables and reasons want more room than the workbench's hovers have. */
    @Override
    public Point computeSizeConstraints(int widthInChars, int heightInChars) {
        Point usual = super.computeSizeConstraints(widthInChars, heightInChars);
        return new Point(Math.max(usual.x, WIDE), Math.max(usual.y, HIGH));
    }

    @Override
    public Point computeSizeHint() {
        Point needed = text.needed(WIDE);
        Rectangle trim = computeTrim();
        return new Point(Math.min(needed.x + trim.width, WIDE), Math.min(needed.y + trim.height, HIGH));
    }

    @Override
    public IInformationControlCreator getInformationPresenterControlCreator() {
        return HoverControl::new;
    }
}
