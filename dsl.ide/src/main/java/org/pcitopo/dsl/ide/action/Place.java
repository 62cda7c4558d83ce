package org.pcitopo.dsl.ide.action;

import java.util.List;
import java.util.Optional;
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
 * @param checkpoint called now and then; what it throws ends the work
 */
record Place(Snapshot snapshot, int from, int to, List<Diagnostic> shown, Runnable checkpoint) {

    static Place of(Snapshot snapshot, Range range, List<Diagnostic> shown, Runnable checkpoint) {
        return new Place(snapshot, snapshot.lines().offset(range.getStart()), snapshot.lines().offset(range.getEnd()), shown, checkpoint);
    }

    /** What is under the cursor. */
    Optional<Found> found() {
        return Cursor.at(snapshot.document(), from);
    }
}
