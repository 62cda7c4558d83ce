package org.pcitopo.dsl.ide.workspace;

import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.pcitopo.dsl.problems.finder.CheckMemo;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.LiveDocument;
import org.pcitopo.dsl.source.TextChange;

/**
 * What the snapshots of one file hand down: a model, which always belongs to one of them, and what was found in its boots. A
 * snapshot whose model has been taken is of no use any more.
 */
final class Lineage {

    /** As many texts as a model goes through one by one: more are read at once. */
    private static final int MOST_STEPS = 4;
    /** Characters that go and come in a change that may be several small ones far apart. */
    private static final int LARGE = 500;

    private final CheckMemo findings = new CheckMemo();
    /** The texts since the model's, oldest first; written while a model changes. */
    private final Deque<String> steps = new ConcurrentLinkedDeque<>();
    private Optional<LiveDocument> model = Optional.empty();
    private Optional<Snapshot> owner = Optional.empty();

    /** What was found in boots that are still the same objects. */
    CheckMemo findings() {
        return findings;
    }

    /** Somebody has made {@code text} of the text before. */
    void add(String text) {
        steps.addLast(text);
        if (steps.size() > MOST_STEPS) {
            steps.pollFirst();
        }
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
        Optional<Document> changed = changing.flatMap(live -> change(live, snapshot.text()));
        model = changing;
        changed.ifPresent(document -> {
            owner.filter(old -> old != snapshot).ifPresent(Snapshot::loseModel);
            owner = Optional.of(snapshot);
        });
        return changed;
    }

    /**
     * Changes in two places far apart, one of them made before anybody asked about it, together are a change of everything between. Then
     * the model goes the way that the text went.
     */
    private Optional<Document> change(LiveDocument live, String text) {
        TextChange change = TextChange.between(live.document().text(), text);
        boolean large = change.removed() > LARGE && change.inserted() > LARGE;
        boolean known = steps.contains(text);
        for (String step = known ? steps.pollFirst() : null; step != null && !step.equals(text); step = steps.pollFirst()) {
            if (large) {
                live.change(step);
            }
        }
        return live.change(text);
    }
}
