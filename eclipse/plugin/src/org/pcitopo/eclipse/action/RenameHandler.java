package org.pcitopo.eclipse.action;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.pcitopo.eclipse.documents.Positions;

/** Renames what is under the cursor in all files, with a preview. */
public final class RenameHandler extends AbstractHandler {

    private static final EditorQuestion<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> QUESTION = new EditorQuestion<>("rename",
            (server, active) -> server.getTextDocumentService().prepareRename(new PrepareRenameParams(active.text().identifier(), active.position())),
            (active, answer) -> answer.flatMap(it -> name(active, it)).ifPresentOrElse(name -> rename(active, name),
                    () -> active.say("Nothing at the cursor has a name that can be changed.")));

    @Override
    public Object execute(ExecutionEvent event) {
        ActiveEditor.of(event).ifPresent(QUESTION::ask);
        return null;
    }

    private static void rename(ActiveEditor active, String name) {
        try {
            Rename rename = new Rename(active.text(), active.position(), name);
            new RefactoringWizardOpenOperation(new RenameWizard(rename)).run(active.editor().getSite().getShell(), "Rename " + name);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> name(ActiveEditor active, Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> answer) {
        return answer.isSecond() ? Optional.of(answer.getSecond().getPlaceholder()) : answer.isFirst() ? words(active, answer.getFirst()) : Optional.empty();
    }

    private static Optional<String> words(ActiveEditor active, Range range) {
        try {
            IRegion region = Positions.region(active.text().document(), range);
            return Optional.of(active.text().document().get(region.getOffset(), region.getLength()));
        } catch (BadLocationException impossible) {
            return Optional.empty();
        }
    }
}
