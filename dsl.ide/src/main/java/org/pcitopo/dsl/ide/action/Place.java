package org.pcitopo.dsl.ide.action;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/**
 * Where changes are wanted.
 *
 * @param snapshot the file
 * @param from offset of the first character marked
 * @param to offset behind the last one
 * @param shown the problems that the editor shows there
 * @param asked whether a person asks, not the editor by itself wherever the cursor goes
 * @param checkpoint called now and then; what it throws ends the work
 */
record Place(Snapshot snapshot, int from, int to, List<Diagnostic> shown, boolean asked, Runnable checkpoint) {

    static Place of(Snapshot snapshot, Range range, CodeActionContext context, Runnable checkpoint) {
        return new Place(snapshot, snapshot.lines().offset(range.getStart()), snapshot.lines().offset(range.getEnd()),
                context.getDiagnostics() == null ? List.of() : context.getDiagnostics(), context.getTriggerKind() != CodeActionTriggerKind.Automatic, checkpoint);
    }

    /** What is under the cursor. */
    Optional<Found> found() {
        return Cursor.at(snapshot.document(), from);
    }
}
