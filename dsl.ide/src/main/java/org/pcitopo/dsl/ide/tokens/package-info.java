/** Colours for what only the language knows: names by what they mean, and the words inside a command line. */
package org.pcitopo.dsl.ide.tokens;
