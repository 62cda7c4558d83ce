package org.pcitopo.capture;

import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Origin;

/**
 * Two sources disagree.
 *
 * @param fact what about
 * @param kept the value that was taken
 * @param keptFrom who says so
 * @param other the value that was not taken
 * @param otherFrom who says that
 */
public record Contradiction(Fact fact, String kept, Origin keptFrom, String other, Origin otherFrom) {
}
