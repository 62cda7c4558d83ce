/** How editors' users are told things: the same words in hovers, hints, lenses and completion. */
package org.pcitopo.dsl.ide.words;
