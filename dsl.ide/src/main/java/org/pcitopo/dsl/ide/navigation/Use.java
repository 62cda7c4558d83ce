package org.pcitopo.dsl.ide.navigation;

import org.pcitopo.dsl.source.TextRegion;

/**
 * A place that means an element.
 *
 * @param region the characters
 * @param sort how it means it
 */
record Use(TextRegion region, Sort sort) {

    enum Sort {
        /** Where it gets its name. */
        DECLARATION,
        /** By its name. */
        NAME,
        /** By address or ids, in the text or in a command line. */
        SELECTION
    }
}
