package org.pcitopo.simulator.assign;

/**
 * What a window should become.
 *
 * @param alignment bytes
 * @param required bytes that it must have
 * @param withOptional bytes that it should have, at least {@code required} except where releases compute it smaller
 * @param optionalAlignment alignment with the optional part, bytes
 * @param relaxed whether the alignment of the required part was relaxed
 * @param optionalRelaxed whether that of the optional part was
 */
record WindowSize(long alignment, long required, long withOptional, long optionalAlignment, boolean relaxed, boolean optionalRelaxed) {

    boolean isNothing() {
        return required == 0 && withOptional == 0;
    }
}
