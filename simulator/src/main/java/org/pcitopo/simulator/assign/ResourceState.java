package org.pcitopo.simulator.assign;

import java.util.Locale;

/** How a resource ended. */
public enum ResourceState {
    /** Kept the place that firmware gave it. */
    CLAIMED,
    /** Placed by the kernel. */
    ASSIGNED,
    /** Found no place. */
    UNASSIGNED,
    /** A bridge window that nothing needs, or a resource whose type the kernel switched off. */
    DISABLED,
    /** Never moved: Enhanced Allocation, legacy IDE. */
    FIXED,
    /** A shadow ROM, outside the resource tree. */
    SHADOW;

    /** As the published JSON writes it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
