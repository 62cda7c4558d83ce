package org.pcitopo.dsl.ide.hover;

import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/** Knows what to say of one sort of subject. */
interface HoverParticipant {

    /** What to say; empty where the subject is none of its own. */
    Optional<Markdown> hover(Snapshot snapshot, Found found);
}
