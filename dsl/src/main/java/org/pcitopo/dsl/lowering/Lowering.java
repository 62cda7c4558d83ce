package org.pcitopo.dsl.lowering;

import org.pcitopo.dsl.model.PcitopoFile;

/**
 * Turns the model of a linked file into the simulator's data. It never fails: what cannot be understood becomes a
 * {@link LoweringProblem}, and everything else is there.
 */
public final class Lowering {

    private Lowering() {
    }

    /** The boots of {@code file}; their hosts may stand in files that it imports. */
    public static Lowered lower(PcitopoFile file) {
        return new LoweringMemo().lower(file, Changes.NONE);
    }
}
