package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;

/** The dark theme of the workbench. */
final class DarkTests {

    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private DarkTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("in the dark theme words are lighter than what they stand on", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            editor.cursor("boot stock", 5);
            int keyword = editor.offset("boot stock");
            Object light = bench.until("a colour", () -> ReadingTests.colour(editor, keyword));
            IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
            String before = bench.ui(() -> themes.getActiveTheme().getId());
            try {
                bench.does(() -> themes.setTheme(DARK, false));
                RGB dark = (RGB) bench.until("another colour", () -> ReadingTests.colour(editor, keyword).filter(colour -> !colour.equals(light)));
                RGB ground = bench.ui(() -> editor.widget().getBackground().getRGB());
                holds(brightness(dark) > brightness(ground) + 0.3f, dark + " on " + ground);
                bench.picture("dark");
            } finally {
                bench.does(() -> themes.setTheme(before, false));
            }
            bench.untilTrue("the colour as before", () -> ReadingTests.colour(editor, keyword).equals(Optional.of(light)));
        });
    }

    private static float brightness(RGB colour) {
        return colour.getHSB()[2];
    }
}
