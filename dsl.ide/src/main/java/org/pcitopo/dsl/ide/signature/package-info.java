/** What the argument under the cursor is, inside the command line. */
package org.pcitopo.dsl.ide.signature;
