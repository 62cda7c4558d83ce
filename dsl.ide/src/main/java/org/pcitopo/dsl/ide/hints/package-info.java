/** Small facts that an editor shows between the characters: where BARs end up, and bus numbers. */
package org.pcitopo.dsl.ide.hints;
