package org.pcitopo.dsl.ide.command;

import java.util.List;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/** Something that can be asked of a boot. */
interface BootCommand {

    /** What editors call it. */
    String name();

    /** What a person presses. */
    String title();

    /**
     * Answers.
     *
     * @param cells the boot, once for each kernel and page size, at least one
     * @param checkpoint called now and then; what it throws ends the work
     */
    Answer answer(Snapshot snapshot, List<BootView> cells, Runnable checkpoint);
}
