package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/** The workbench's dark theme. */
final class DarkTests {

    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final double LEGIBLE = 4.5;

    private DarkTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("what is open is legible as soon as the workbench becomes dark, and light again", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("nvme0 : samsung", 2);
            bench.untilTrue("marks", () -> editor.annotations("occurrence").size() >= 3);
            IViewPart view = bench.ui(() -> bench.page().showView("org.pcitopo.eclipse.drawing", null, IWorkbenchPage.VIEW_VISIBLE));
            Browser browser = DrawingTests.browser(bench, view);
            ITheme before = bench.ui(() -> engine().getActiveTheme());
            try {
                bench.does(() -> engine().setTheme(DARK, false));
                bench.untilTrue("a dark editor", () -> brightness(editor.widget().getBackground().getRGB()) < 0.1);
                legible(bench, editor);
                drawn(bench, browser, "dark");
                bench.picture("dark");
            } finally {
                bench.does(() -> engine().setTheme(before, false));
            }
            bench.untilTrue("a light editor", () -> brightness(editor.widget().getBackground().getRGB()) > 0.8);
            legible(bench, editor);
            drawn(bench, browser, "light");
            bench.does(() -> bench.page().hideView(view));
        });
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }

    private static void drawn(Bench bench, Browser browser, String theme) {
        bench.until("a " + theme + " drawing", () -> Optional.ofNullable(browser.evaluate("return document.documentElement.dataset.theme || '';"))
                .filter(theme::equals));
    }

    private static void legible(Bench bench, Editor editor) {
        bench.untilTrue("coloured words", () -> colours(editor).size() > 5);
        bench.untilTrue("legible words, instead of contrasts " + bench.ui(() -> colours(editor).stream().map(colour -> contrast(editor, colour)).toList()),
                () -> colours(editor).stream().allMatch(colour -> contrast(editor, colour) >= LEGIBLE));
    }

    private static List<RGB> colours(Editor editor) {
        List<RGB> found = new ArrayList<>();
        for (StyleRange range : editor.widget().getStyleRanges()) {
            Optional.ofNullable(range.foreground).map(Color::getRGB).filter(colour -> !found.contains(colour)).ifPresent(found::add);
        }
        return found;
    }

    private static double contrast(Editor editor, RGB colour) {
        double ground = brightness(editor.widget().getBackground().getRGB());
        double word = brightness(colour);
        return (Math.max(ground, word) + 0.05) / (Math.min(ground, word) + 0.05);
    }

    /** Relative luminance, as WCAG 2.1 defines it. */
    private static double brightness(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
