package org.pcitopo.eclipse.check;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * The pointer in a hand. A hover comes where it rests after a move within the text. A jump into the text from outside is no such move; and
 * of two jumps that follow each other at once the workbench sees the second alone.
 */
final class Pointer implements Callable<Optional<Shell>> {

    private static final int IN_TEXT = 2;
    private static final int IN_PLACE = 3;
    private static final int MOST_LOOKS = 150;

    private final Bench bench;
    private final Editor editor;
    private final int offset;
    private final String wanted;
    private Point rests = new Point(-1, -1);
    private int looks = MOST_LOOKS;

    /** Is called again and again: comes to rest on the character behind the first {@code within} of {@code words}, for a hover with {@code wanted}. */
    Pointer(Bench bench, Editor editor, String words, int within, String wanted) {
        this.bench = bench;
        this.editor = editor;
        this.wanted = wanted;
        offset = editor.offset(words) + within;
    }

    /** Rests there until the hover is seen. */
    static Shell hover(Bench bench, Editor editor, String words, int within, String wanted) {
        return bench.until("a hover with " + wanted, new Pointer(bench, editor, words, within, wanted));
    }

    /** Away from all that has a hover. */
    static void away(Display display) {
        jump(display, new Point(0, 0));
    }

    @Override
    public Optional<Shell> call() {
        StyledText widget = editor.widget();
        Point corner = editor.place(offset);
        Point place = new Point(corner.x + 2, corner.y + widget.getLineHeight() / 2);
        Rectangle seen = widget.getClientArea();
        looks++;
        if (!seen.contains(place)) {
            editor.viewer().revealRange(offset, 1);
        } else if (looks > MOST_LOOKS || looks > IN_PLACE && !place.equals(rests)) {
            // Lines have moved, or a hover was given up, as it is when the text is scrolled or painted meanwhile.
            away(widget.getDisplay());
            looks = 0;
        } else if (looks < IN_TEXT && bench.shells().stream().anyMatch(shell -> !ReadingTests.texts(shell).isEmpty())) {
            // A hover of another place may stand before this one.
            looks = 0;
        } else if (looks == IN_TEXT) {
            // Behind the end of the line, where there is nothing to tell; before the bar that scrolls, which may lie on the text.
            jump(widget.getDisplay(), widget.toDisplay(seen.width * 3 / 4, place.y));
        } else if (looks == IN_PLACE) {
            jump(widget.getDisplay(), widget.toDisplay(place));
            rests = place;
        }
        return shown();
    }

    /** The hover, where there is one. */
    Optional<Shell> shown() {
        return bench.shells().stream().filter(shell -> ReadingTests.texts(shell).stream().anyMatch(text -> text.contains(wanted))).findFirst();
    }

    private static void jump(Display display, Point there) {
        Event move = new Event();
        move.type = SWT.MouseMove;
        move.x = there.x;
        move.y = there.y;
        display.post(move);
    }
}
