package org.pcitopo.simulator.explain;

import java.util.List;
import org.pcitopo.simulator.topology.WindowId;

/**
 * Why a resource found no place.
 *
 * @param text what it needed and what there was, in sentences
 * @param tried the windows that were looked through, in the order of the kernel
 */
public record Failure(String text, List<Tried> tried) {

    public Failure {
        tried = List.copyOf(tried);
    }

    /**
     * A window without enough room.
     *
     * @param text what it had, in a sentence
     */
    public record Tried(WindowId window, String text) {
    }
}
