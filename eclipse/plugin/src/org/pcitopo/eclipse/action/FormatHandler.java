package org.pcitopo.eclipse.action;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.documents.Positions;

/** Formats what is selected; where nothing is, all. One step back takes it back. */
public final class FormatHandler extends AbstractHandler {

    private static final long PATIENCE = 10_000;
    private static final FormattingOptions OPTIONS = new FormattingOptions(4, true);

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor.of(event).ifPresent(active -> {
            List<? extends TextEdit> edits = edits(active);
            IRewriteTarget target = active.editor().getAdapter(IRewriteTarget.class);
            target.beginCompoundChange();
            try {
                Edits.apply(active.text().document(), edits);
            } catch (BadLocationException changed) {
                PcitopoPlugin.log().warn("the text changed while it was formatted", changed);
            } finally {
                target.endCompoundChange();
            }
        });
        return null;
    }

    private static List<? extends TextEdit> edits(ActiveEditor active) {
        if (active.selection().getLength() == 0) {
            DocumentFormattingParams all = new DocumentFormattingParams(active.text().identifier(), OPTIONS);
            return PcitopoPlugin.session().<List<? extends TextEdit>>ask(server -> server.getTextDocumentService().formatting(all), PATIENCE).orElse(List.of());
        }
        DocumentRangeFormattingParams some = new DocumentRangeFormattingParams(active.text().identifier(), OPTIONS,
                Positions.of(active.text().document(), new Region(active.selection().getOffset(), active.selection().getLength())));
        return PcitopoPlugin.session().<List<? extends TextEdit>>ask(server -> server.getTextDocumentService().rangeFormatting(some), PATIENCE).orElse(List.of());
    }
}
