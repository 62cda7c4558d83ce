package org.pcitopo.eclipse.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;

/** The pictures of the README, of a machine small enough to be seen as a whole: editors/pictures. */
final class PictureTests {

    private static final String MACHINE = """
            import "catalogue:nvme"

            platform server {
                architecture aarch64
                machine device-tree
                page-size 64K
            }

            host cloud on server {
                host-bridge 0000:00 {
                    window [mem 0x8000000000-0xffffffffff]
                    device 04.0 disk0 : samsung-pm981 passthrough
                    device 05.0 disk1 : samsung-pm981 passthrough
                }
            }

            boot stock of cloud {
                linux 6.12
                expect disk0 BAR 0 emulated because page-shared
                expect disk1 BAR 0 emulated because unaligned
            }

            boot cured of cloud {
                linux 6.12
                command-line "pci=resource_alignment=pci:144d:a808"
                expect every passthrough BAR mapped
            }
            """;

    private PictureTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("README: the editor with its outline", () -> {
            Editor editor = machine(bench);
            only(bench, List.of(IPageLayout.ID_OUTLINE));
            editor.cursor("disk0 : samsung", 2);
            settled(bench, editor);
            bench.picture("readme-editor");
        });

        tests.put("README: the drawing beside the text", () -> {
            Editor editor = machine(bench);
            only(bench, List.of());
            IViewPart view = bench.ui(() -> bench.page().showView("org.pcitopo.eclipse.drawing", null, IWorkbenchPage.VIEW_VISIBLE));
            Browser browser = DrawingTests.browser(bench, view);
            DrawingTests.says(bench, browser, "the machine in the drawing", "disk1");
            editor.cursor("disk0 : samsung", 2);
            bench.untilTrue("the drawing at the cursor", () -> Boolean.TRUE.equals(browser.evaluate(
                    "const row = document.querySelector('#tree .row.on'); return row !== null && row.textContent.includes('disk0');")));
            settled(bench, editor);
            bench.untilTrue("the drawing on the screen", () -> Dialogs.isDrawn(browser));
            bench.picture("readme-drawing");
        });
    }

    private static Editor machine(Bench bench) {
        IFile file = bench.file("two-drives.pcitopo");
        bench.does(() -> {
            if (!file.exists()) {
                file.create(MACHINE.getBytes(StandardCharsets.UTF_8), IResource.FORCE, null);
            }
        });
        return bench.open(file);
    }

    private static void settled(Bench bench, Editor editor) {
        editor.annotation("warning", "disk0 stays unmappable");
        bench.untilTrue("what stands beside the lines", () -> {
            String text = editor.document().get();
            StyledText widget = editor.widget();
            StyleRange end = widget.getStyleRangeAtOffset(text.indexOf("passthrough") + "passthrough".length() - 1);
            return widget.getLineVerticalIndent(widget.getLineAtOffset(text.indexOf("boot cured"))) > 0 && end != null && end.metrics != null;
        });
        int keyword = editor.offset("boot cured");
        bench.untilTrue("a colour", () -> ReadingTests.colour(editor, keyword).isPresent());
        bench.untilTrue("marked occurrences", () -> editor.annotations("occurrence").size() >= 2);
        bench.does(() -> editor.widget().getDisplay().update());
    }

    /** Closes all views but these. */
    private static void only(Bench bench, List<String> views) {
        bench.does(() -> {
            for (IViewReference view : bench.page().getViewReferences()) {
                if (!views.contains(view.getId())) {
                    bench.page().hideView(view);
                }
            }
            for (String view : views) {
                bench.page().showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
            }
        });
    }
}
