package org.pcitopo.eclipse.action;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.services.LanguageServer;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.workbench.Log;

/** Formats what is selected; where nothing is, all. One step back takes it back. */
public final class FormatHandler extends AbstractHandler {

    private static final FormattingOptions OPTIONS = new FormattingOptions(4, true);
    private static final EditorQuestion<List<? extends TextEdit>> QUESTION = new EditorQuestion<>("format", FormatHandler::edits, FormatHandler::apply);

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor.of(event).ifPresent(QUESTION::ask);
        return null;
    }

    private static CompletableFuture<List<? extends TextEdit>> edits(LanguageServer server, ActiveEditor active) {
        if (active.selection().getLength() == 0) {
            return server.getTextDocumentService().formatting(new DocumentFormattingParams(active.text().identifier(), OPTIONS));
        }
        return server.getTextDocumentService().rangeFormatting(new DocumentRangeFormattingParams(active.text().identifier(), OPTIONS,
                Positions.of(active.text().document(), new Region(active.selection().getOffset(), active.selection().getLength()))));
    }

    private static void apply(ActiveEditor active, Optional<List<? extends TextEdit>> answer) {
        List<? extends TextEdit> edits = answer.orElse(List.of());
        if (edits.isEmpty()) {
            active.say("Nothing to format: the layout is right already, or an error in the text keeps it from being read.");
            return;
        }
        IRewriteTarget target = active.editor().getAdapter(IRewriteTarget.class);
        target.beginCompoundChange();
        try {
            Edits.apply(active.text().document(), edits);
        } catch (BadLocationException impossible) {
            Log.get().error("the text is not the one that was formatted", impossible);
        } finally {
            target.endCompoundChange();
        }
    }
}
