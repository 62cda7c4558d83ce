package org.pcitopo.capture.replay;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.capture.NotComparable;

/** Counts a comparison and keeps what there is to say of it. */
final class Ledger {

    private final List<Difference> differences = new ArrayList<>();
    private final List<NotComparable> notComparable = new ArrayList<>();
    private int equal;

    void equal() {
        equal++;
    }

    void different(Difference difference) {
        differences.add(difference);
    }

    void leaveOut(String what, String why) {
        notComparable.add(new NotComparable(what, why));
    }

    void leaveOut(NotComparable left) {
        notComparable.add(left);
    }

    Tally tally() {
        return new Tally(equal + differences.size(), equal, differences.size(), notComparable.size());
    }

    List<Difference> differences() {
        return differences;
    }

    List<NotComparable> notComparable() {
        return notComparable;
    }
}
