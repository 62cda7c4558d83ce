package org.pcitopo.dsl.ide.cursor;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.pcitopo.dsl.source.TextRegion;

/**
 * What was found at a place.
 *
 * @param subject what it is about
 * @param region the characters to mark
 * @param leaf the token under the cursor
 * @param reference whether the token names something that is written elsewhere
 */
public record Found(Subject subject, TextRegion region, ILeafNode leaf, boolean reference) {
}
