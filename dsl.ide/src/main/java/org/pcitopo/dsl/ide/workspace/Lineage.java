package org.pcitopo.dsl.ide.workspace;

import java.util.Optional;
import org.pcitopo.dsl.problems.finder.CheckMemo;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.LiveDocument;

/**
 * What the snapshots of one file hand down: a model, which always belongs to one of them, and what was found in its boots. A
 * snapshot whose model has been taken is of no use any more.
 */
final class Lineage {

    private final CheckMemo findings = new CheckMemo();
    private Optional<LiveDocument> model = Optional.empty();
    private Optional<Snapshot> owner = Optional.empty();

    /** What was found in boots that are still the same objects. */
    CheckMemo findings() {
        return findings;
    }

    /** Takes the model of a text that has been read from its beginning. */
    synchronized void adopt(Snapshot snapshot, LiveDocument read) {
        if (!snapshot.isSuperseded()) {
            model = Optional.of(read);
            owner = Optional.of(snapshot);
        }
    }

    /** Makes the model that of {@code snapshot}; empty where its text has to be read. Nobody may look at models meanwhile. */
    synchronized Optional<Document> handTo(Snapshot snapshot) {
        Optional<LiveDocument> changing = model;
        model = Optional.empty();
        Optional<Document> changed = changing.flatMap(live -> live.change(snapshot.text()));
        model = changing;
        changed.ifPresent(document -> {
            owner.filter(old -> old != snapshot).ifPresent(Snapshot::loseModel);
            owner = Optional.of(snapshot);
        });
        return changed;
    }
}
