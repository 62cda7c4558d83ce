package org.pcitopo.dsl.parser;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What is changed in a list of tokens so that it can be parsed: tokens taken out, closing braces put in. */
final class Edits {

    private final BitSet skipped = new BitSet();
    private final Map<Integer, Integer> closersBefore = new TreeMap<>();

    /** A copy that also leaves out the tokens from {@code first} to {@code last}. */
    Edits skipping(int first, int last) {
        Edits copy = copy();
        copy.skipped.set(first, last + 1);
        return copy;
    }

    /** A copy that also closes {@code count} blocks before the token at {@code index}. */
    Edits closing(int index, int count) {
        Edits copy = copy();
        copy.closersBefore.merge(index, count, Integer::sum);
        return copy;
    }

    boolean isSkipped(int index) {
        return skipped.get(index);
    }

    int closersBefore(int index) {
        return closersBefore.getOrDefault(index, 0);
    }

    /** The nearest token before {@code index} that is left, -1 where there is none. */
    int before(int index) {
        return skipped.previousClearBit(index - 1);
    }

    /** Whether only tokens are left out that {@code mayGo}, and nothing is closed. */
    boolean onlySkip(IntPredicate mayGo) {
        return closersBefore.isEmpty() && skipped.stream().allMatch(mayGo);
    }

    private Edits copy() {
        Edits copy = new Edits();
        copy.skipped.or(skipped);
        copy.closersBefore.putAll(closersBefore);
        return copy;
    }
}
