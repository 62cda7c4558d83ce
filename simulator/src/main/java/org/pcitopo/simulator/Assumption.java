package org.pcitopo.simulator;

/**
 * Something that a simulation takes for granted.
 *
 * @param what which fact, such as {@code pageSize}
 * @param value the value taken
 * @param why the reason
 */
public record Assumption(String what, String value, String why) {
}
