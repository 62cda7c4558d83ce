package org.pcitopo.capture.replay;

import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.ResourceKey;

/**
 * A place where simulation and recording disagree.
 *
 * @param resource which resource; for a mapping the BAR
 * @param kind address or mapping
 * @param simulated what was predicted, as text
 * @param recorded what the kernel did, as text
 * @param origin where the recording says so
 */
public record Difference(ResourceKey resource, Kind kind, String simulated, String recorded, Origin origin) {

    /** What is compared. */
    public enum Kind {
        RESOURCE, MAPPING
    }
}
