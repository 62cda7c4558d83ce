package org.pcitopo.eclipse.action;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.documents.Positions;

/** Renames what is under the cursor in all files, with a preview. */
public final class RenameHandler extends AbstractHandler {

    private static final long PATIENCE = 10_000;

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor.of(event).ifPresent(active -> name(active).ifPresentOrElse(name -> {
            try {
                Rename rename = new Rename(active.text(), active.position(), name);
                new RefactoringWizardOpenOperation(new RenameWizard(rename)).run(HandlerUtil.getActiveShell(event), "Rename " + name);
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
            }
        }, () -> HandlerUtil.getActiveShell(event).getDisplay().beep()));
        return null;
    }

    private static Optional<String> name(ActiveEditor active) {
        return PcitopoPlugin.session().ask(server -> server.getTextDocumentService()
                .prepareRename(new PrepareRenameParams(active.text().identifier(), active.position())), PATIENCE)
                .flatMap(answer -> answer.isSecond() ? Optional.of(answer.getSecond().getPlaceholder())
                        : answer.isFirst() ? words(active, answer.getFirst()) : Optional.empty());
    }

    private static Optional<String> words(ActiveEditor active, Range range) {
        try {
            var region = Positions.region(active.text().document(), range);
            return Optional.of(active.text().document().get(region.getOffset(), region.getLength()));
        } catch (BadLocationException changed) {
            return Optional.empty();
        }
    }
}
