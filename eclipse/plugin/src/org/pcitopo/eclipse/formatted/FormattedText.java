package org.pcitopo.eclipse.formatted;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationListener;
import org.eclipse.swt.browser.LocationEvent;
import org.eclipse.swt.browser.ProgressListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.graphics.Point;

/** Shows Markdown in a browser; as plain text where this machine has no browser for the workbench. */
public final class FormattedText extends Composite {

    private static final int MARGIN = 12;
    private static final double LINE = 1.25;
    private static final String PLACE = "pcitopo-place:";

    private final Control content;
    private String markdown = "";
    private boolean complete;

    public FormattedText(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        content = content();
    }

    private Control content() {
        try {
            Browser browser = new Browser(this, SWT.NONE);
            browser.setJavascriptEnabled(false);
            browser.addLocationListener(LocationListener.changingAdapter(this::follow));
            browser.addProgressListener(ProgressListener.completedAdapter(event -> complete = true));
            return browser;
        } catch (SWTError noBrowser) {
            return new StyledText(this, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        }
    }

    /** A link leads to a place in an editor, to a page that is formatted, too, or to the outside. */
    private void follow(LocationEvent event) {
        event.doit = event.location.equals("about:blank");
        if (event.location.startsWith(PLACE)) {
            Place place = Place.of(event.location.substring(PLACE.length()));
            event.display.asyncExec(() -> show(place));
        } else if (!event.location.startsWith("about:")) {
            Program.launch(event.location);
        }
    }

    /** A hover has done its work then, a dialog stays. */
    private void show(Place place) {
        if (!isDisposed() && (getShell().getStyle() & SWT.CLOSE) == 0) {
            getShell().dispose();
        }
        if (place.isPage()) {
            AnswerDialog.open(place);
        } else {
            place.show();
        }
    }

    /** What a link has to be here: browsers follow none from a page without a file to a file. */
    static String link(String link) {
        return link.startsWith("file:") ? PLACE + link : link;
    }

    /** Shows {@code text} in these colours. */
    public void show(String text, Color foreground, Color background) {
        markdown = text;
        complete = !(content instanceof Browser);
        content.setForeground(foreground);
        content.setBackground(background);
        if (content instanceof Browser browser) {
            browser.setText(Markdown.page(text, foreground, background));
        } else if (content instanceof StyledText plain) {
            plain.setText(Markdown.plain(text));
        }
    }

    /** Whether it is on the screen: a browser takes a moment. */
    public boolean isComplete() {
        return complete;
    }

    /** What is shown. */
    public String markdown() {
        return markdown;
    }

    /** What is shown, as plain text. */
    public String text() {
        return Markdown.plain(markdown);
    }

    /** The size that the text needs, at most {@code width} wide. */
    public Point needed(int width) {
        TextLayout layout = new TextLayout(getDisplay());
        try {
            layout.setFont(JFaceResources.getDialogFont());
            layout.setText(text());
            int wide = Math.min(layout.getBounds().width, width);
            layout.setWidth(Math.max(wide, 1));
            Rectangle bounds = layout.getBounds();
            return new Point(Math.max(bounds.width + 2 * MARGIN, width / 3), (int) (bounds.height * LINE) + 2 * MARGIN);
        } finally {
            layout.dispose();
        }
    }
}
