package org.pcitopo.dsl.problems;

import org.pcitopo.dsl.source.TextRegion;

/**
 * Something elsewhere that a finding has to do with.
 *
 * @param region where it stands
 * @param message what it is to the finding
 */
public record Related(TextRegion region, String message) {
}
