package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.browser.Browser;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;

/** The drawing beside the text. */
final class DrawingTests {

    private static final String VIEW = "org.pcitopo.eclipse.drawing";

    private DrawingTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("the drawing shows the text, follows edits and the cursor, and leads back", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            IViewPart view = bench.ui(() -> bench.page().showView(VIEW, null, IWorkbenchPage.VIEW_VISIBLE));
            Browser browser = browser(bench, view);
            says(bench, browser, "the machine in the drawing", "nvme0");
            editor.replace("nvme3 : samsung", "spare : samsung");
            says(bench, browser, "the new name in the drawing", "spare");
            editor.cursor("device 05.0 nvme1", 14);
            bench.untilTrue("the drawing at the cursor", () -> Boolean.TRUE.equals(browser.evaluate(
                    "const row = document.querySelector('#tree .row.on'); return row !== null && row.textContent.includes('nvme1');")));
            bench.picture("drawing");
            bench.does(() -> browser.execute("pcitopoHost(JSON.stringify({type: 'reveal', host: 'cloud', boot: 'stock', function: '0000:00:06.0', resource: ''}))"));
            bench.untilTrue("the text at the device", () -> {
                int at = editor.viewer().getSelectedRange().x;
                int line = editor.document().getLineOfOffset(at);
                return editor.document().get(editor.document().getLineOffset(line), editor.document().getLineLength(line)).contains("06.0 nvme2");
            });
            bench.does(() -> bench.page().hideView(view));
        });
    }

    /** The browser that shows the drawing. */
    static Browser browser(Bench bench, IViewPart view) {
        return bench.until("a browser", () -> Bench.controls(view.getViewSite().getShell(), Browser.class).stream()
                .filter(one -> !(one.getParent() instanceof org.pcitopo.eclipse.formatted.FormattedText)).findFirst());
    }

    static void says(Bench bench, Browser browser, String what, String words) {
        bench.until(what, () -> browser.isDisposed() ? Optional.empty()
                : Optional.ofNullable(browser.evaluate("return document.body ? document.body.textContent : '';")).filter(text -> text.toString().contains(words)));
    }
}
