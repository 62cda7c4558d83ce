package org.pcitopo.eclipse.editor;

import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;


/** The small window of a hover, and of a proposal's documentation. */
final class HoverControl extends AbstractInformationControl implements IInformationControlExtension2 {

    private static final int WIDE = 900;

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

    @Override
    public Point computeSizeHint() {
        Point needed = text.needed(WIDE);
        Rectangle trim = computeTrim();
        Point most = getSizeConstraints();
        int width = needed.x + trim.width;
        int height = needed.y + trim.height;
        return most == null ? new Point(width, height)
                : new Point(most.x > 0 ? Math.min(width, Math.max(most.x, WIDE)) : width, most.y > 0 ? Math.min(height, 2 * most.y) : height);
    }

    @Override
    public IInformationControlCreator getInformationPresenterControlCreator() {
        return HoverControl::new;
    }
}
