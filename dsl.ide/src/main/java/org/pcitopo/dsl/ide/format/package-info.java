/** Lays files out, changing no more lines than needed. */
package org.pcitopo.dsl.ide.format;
