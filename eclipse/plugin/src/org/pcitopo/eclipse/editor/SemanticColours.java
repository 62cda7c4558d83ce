package org.pcitopo.eclipse.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.Positions;

/** Colours each word by what it means, also inside the kernel's command line. Colours are set in General, Appearance, Colors and Fonts. */
public final class SemanticColours extends Repainted implements ITextListener {

    private static final long PATIENCE = 30_000;
    private static final String PREFIX = PcitopoPlugin.ID + ".colour.";
    private static final int NUMBERS = 5;

    private List<StyleRange> styles = List.of();
    private Optional<ITextViewer> painted = Optional.empty();

    @Override
    public void install(ITextViewer viewer) {
        super.install(viewer);
        painted = Optional.of(viewer);
        viewer.addTextListener(this);
    }

    @Override
    public void uninstall() {
        painted.ifPresent(viewer -> viewer.removeTextListener(this));
        painted = Optional.empty();
        super.uninstall();
    }

    @Override
    Optional<Runnable> ask(ITextViewer viewer, OpenDocument document) {
        return PcitopoPlugin.session().ask(server -> server.getTextDocumentService().semanticTokensFull(new SemanticTokensParams(document.identifier())), PATIENCE)
                .map(tokens -> () -> {
                    styles = styles(document.document(), tokens);
                    paint(viewer);
                });
    }

    /** Colours move with their words; where the viewer shows other lines than before, they are painted anew. */
    @Override
    public void textChanged(TextEvent event) {
        DocumentEvent edit = event.getDocumentEvent();
        if (edit != null) {
            int shift = (edit.getText() == null ? 0 : edit.getText().length()) - edit.getLength();
            styles.stream().filter(style -> style.start >= edit.getOffset() + edit.getLength()).forEach(style -> style.start += shift);
        } else if (event.getViewerRedrawState()) {
            painted.ifPresent(this::paint);
        }
    }

    private void paint(ITextViewer viewer) {
        int length = viewer.getDocument() == null ? 0 : viewer.getDocument().getLength();
        if (styles.isEmpty() || length == 0) {
            return;
        }
        // Without gaps: what others put between, such as minings, is merged into it.
        TextPresentation presentation = new TextPresentation(new Region(0, length), 2 * styles.size());
        int end = 0;
        for (StyleRange style : styles) {
            // What was deleted meanwhile has left its colours lying over others.
            if (style.start >= end && style.start + style.length <= length) {
                if (style.start > end) {
                    presentation.addStyleRange(new StyleRange(end, style.start - end, null, null));
                }
                presentation.addStyleRange((StyleRange) style.clone());
                end = style.start + style.length;
            }
        }
        if (end < length) {
            presentation.addStyleRange(new StyleRange(end, length - end, null, null));
        }
        viewer.changeTextPresentation(presentation, false);
    }

    /** Five numbers a token: lines and characters behind the one before, length, sort, and sorts of sorts. */
    private static List<StyleRange> styles(IDocument document, SemanticTokens tokens) {
        ColorRegistry colours = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        List<String> sorts = PcitopoPlugin.session().legend().getTokenTypes();
        List<Integer> data = tokens.getData();
        List<StyleRange> styles = new ArrayList<>();
        int line = 0;
        int character = 0;
        for (int i = 0; i + NUMBERS <= data.size(); i += NUMBERS) {
            character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            String sort = sorts.get(data.get(i + 3));
            int offset = Positions.offset(document, new Position(line, character));
            int length = Math.min(data.get(i + 2), document.getLength() - offset);
            styles.add(new StyleRange(offset, length, colours.get(PREFIX + sort), null, sort.equals("keyword") ? SWT.BOLD : SWT.NORMAL));
        }
        return styles;
    }
}
