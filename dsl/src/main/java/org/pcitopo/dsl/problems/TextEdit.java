package org.pcitopo.dsl.problems;

import org.pcitopo.dsl.source.TextRegion;

/**
 * A change of a text.
 *
 * @param region the characters that go; of length 0 for an insertion
 * @param replacement what comes in their place
 */
public record TextEdit(TextRegion region, String replacement) {
}
