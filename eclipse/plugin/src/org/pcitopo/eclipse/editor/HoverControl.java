package org.pcitopo.eclipse.editor;

import java.util.Optional;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
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
        Composite room = new Composite(parent, SWT.NONE);
        text = new FormattedText(room);
        room.setLayout(new Visible());
    }

    /** No wider than the window: the workbench's line about a problem beside it may be, and is cut off there. */
    private final class Visible extends Layout {

        private Optional<Shell> followed = Optional.empty();

        @Override
        protected Point computeSize(Composite room, int width, int height, boolean flush) {
            return new Point(width == SWT.DEFAULT ? text.needed(WIDE).x : width, height == SWT.DEFAULT ? text.needed(WIDE).y : height);
        }

        @Override
        protected void layout(Composite room, boolean flush) {
            Shell window = room.getShell();
            if (followed.filter(window::equals).isEmpty()) {
                followed = Optional.of(window);
                window.addListener(SWT.Resize, event -> {
                    if (!room.isDisposed()) {
                        room.layout();
                    }
                });
            }
            Rectangle all = room.getClientArea();
            int left = room.getDisplay().map(room, window, 0, 0).x;
            text.setBounds(0, 0, Math.max(1, Math.min(all.width, window.getClientArea().width - 2 * left)), all.height);
        }
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
