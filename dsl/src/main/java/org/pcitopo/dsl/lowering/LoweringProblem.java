package org.pcitopo.dsl.lowering;

import org.pcitopo.dsl.source.TextRegion;

/**
 * Why something that was written could not become part of a topology or a boot. The rest goes on without it.
 *
 * @param kind what sort of thing is wrong
 * @param region where
 * @param message what is wrong and what to do, one sentence
 */
public record LoweringProblem(Kind kind, TextRegion region, String message) {

    /** Sorts of problems; each becomes a problem code of its own. */
    public enum Kind {
        /** Something extends itself, directly or through others. */
        EXTENDS_ITSELF,
        /** A boot without a host. */
        NO_HOST,
        /** A host whose architecture is not told. */
        NO_ARCHITECTURE,
        /** A word that is no architecture, machine, rule set or kernel release. */
        UNKNOWN_WORD,
        /** A page size or another size that cannot be. */
        IMPOSSIBLE_SIZE,
        /** A BAR or ROM that says where it starts, but nothing says how large it is. */
        SIZE_MISSING,
        /** A register that is no BAR. */
        NO_SUCH_BAR,
        /** A range that ends before it starts, or is missing where one is needed. */
        NO_RANGE,
        /** An address that contradicts the place where the function stands. */
        ADDRESS_CONTRADICTS_PLACE,
        /** Bus numbers that cannot be. */
        IMPOSSIBLE_BUS,
        /** An address, id or name that means no function of the host. */
        NO_SUCH_FUNCTION,
        /** Something that has to be one function and is several, or no bridge. */
        WRONG_FUNCTION
    }
}
