package org.pcitopo.eclipse.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.BadPositionCategoryException;
import org.eclipse.jface.text.DefaultPositionUpdater;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension2;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Ids;
import org.pcitopo.eclipse.workbench.Services;

/**
 * Colours each word by what it means, also inside the kernel's command line: leaves the words in the document, where {@link WordPainter}
 * finds them. Colours are set in General, Appearance, Colors and Fonts.
 */
public final class SemanticColours extends Repainted {

    private static final long PATIENCE = 30_000;
    private static final String PREFIX = Ids.PLUGIN + ".colour.";
    private static final int NUMBERS = 5;

    private final IPropertyChangeListener chosen = change -> {
        if (change.getProperty().startsWith(PREFIX)) {
            again.run();
        }
    };

    @Override
    public void install(ITextViewer textViewer) {
        super.install(textViewer);
        colours().addListener(chosen);
    }

    @Override
    public void uninstall() {
        colours().removeListener(chosen);
        super.uninstall();
    }

    private static ColorRegistry colours() {
        return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
    }

    @Override
    Optional<Runnable> ask(ITextViewer viewer, OpenDocument document) {
        return Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService().semanticTokensFull(new SemanticTokensParams(document.identifier())), PATIENCE)
                .map(tokens -> () -> {
                    leave(words(document.document(), tokens), document.document());
                    if (viewer instanceof ITextViewerExtension2 painted) {
                        painted.invalidateTextPresentation(0, document.document().getLength());
                    }
                });
    }

    private static void leave(List<ColouredWord> words, IDocument document) {
        try {
            if (document.containsPositionCategory(ColouredWord.CATEGORY)) {
                document.removePositionCategory(ColouredWord.CATEGORY);
            } else {
                document.addPositionUpdater(new DefaultPositionUpdater(ColouredWord.CATEGORY));
            }
            document.addPositionCategory(ColouredWord.CATEGORY);
            for (ColouredWord word : words) {
                document.addPosition(ColouredWord.CATEGORY, word);
            }
        } catch (BadPositionCategoryException | BadLocationException changedMeanwhile) {
            // The next answer is for the text as it is then.
        }
    }

    /** Five numbers a token: lines and characters behind the one before, length, sort, and sorts of sorts. */
    private static List<ColouredWord> words(IDocument document, SemanticTokens tokens) {
        ColorRegistry colours = colours();
        List<String> sorts = Services.of(LanguageServerSession.class).legend().getTokenTypes();
        List<Integer> data = tokens.getData();
        List<ColouredWord> words = new ArrayList<>();
        int line = 0;
        int character = 0;
        for (int i = 0; i + NUMBERS <= data.size(); i += NUMBERS) {
            character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            String sort = sorts.get(data.get(i + 3));
            int offset = Positions.offset(document, new Position(line, character));
            int length = Math.min(data.get(i + 2), document.getLength() - offset);
            words.add(new ColouredWord(offset, length, colours.get(PREFIX + sort), sort.equals("keyword") ? SWT.BOLD : SWT.NORMAL));
        }
        return words;
    }
}
