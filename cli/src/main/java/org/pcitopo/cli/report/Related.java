package org.pcitopo.cli.report;

/**
 * Something elsewhere that a problem has to do with.
 *
 * @param location where it stands
 * @param message what it is to the problem
 */
public record Related(Location location, String message) {
}
