package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
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
public final class SemanticColours extends Repainted {

    private static final long PATIENCE = 30_000;
    private static final String PREFIX = PcitopoPlugin.ID + ".colour.";
    private static final int NUMBERS = 5;

    @Override
    Optional<Runnable> ask(ITextViewer viewer, OpenDocument document) {
        return PcitopoPlugin.session().ask(server -> server.getTextDocumentService().semanticTokensFull(new SemanticTokensParams(document.identifier())), PATIENCE)
                .map(tokens -> () -> viewer.changeTextPresentation(presentation(document.document(), tokens), true));
    }

    /** Five numbers a token: lines and characters behind the one before, length, sort, and sorts of sorts. */
    private static TextPresentation presentation(IDocument document, SemanticTokens tokens) {
        ColorRegistry colours = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        List<String> sorts = PcitopoPlugin.session().legend().getTokenTypes();
        List<Integer> data = tokens.getData();
        TextPresentation presentation = new TextPresentation();
        int line = 0;
        int character = 0;
        for (int i = 0; i + NUMBERS <= data.size(); i += NUMBERS) {
            character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            String sort = sorts.get(data.get(i + 3));
            int offset = Positions.offset(document, new Position(line, character));
            int length = Math.min(data.get(i + 2), document.getLength() - offset);
            presentation.addStyleRange(new StyleRange(offset, length, colours.get(PREFIX + sort), null, sort.equals("keyword") ? SWT.BOLD : SWT.NORMAL));
        }
        return presentation;
    }
}
