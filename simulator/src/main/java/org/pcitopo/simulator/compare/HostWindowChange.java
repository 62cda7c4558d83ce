package org.pcitopo.simulator.compare;

import java.util.Optional;
import org.pcitopo.simulator.assign.WindowUse;

/**
 * A host window that is not on both sides, lies elsewhere, or is filled differently.
 *
 * @param before empty where it appears
 * @param after empty where it disappears
 */
public record HostWindowChange(Optional<WindowUse> before, Optional<WindowUse> after) {

    /** The change, empty where there is none. */
    static Optional<HostWindowChange> of(Optional<WindowUse> before, Optional<WindowUse> after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new HostWindowChange(before, after));
    }
}
