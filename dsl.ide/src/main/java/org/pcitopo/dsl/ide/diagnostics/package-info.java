/** Problems as an editor shows them: pulled where it can, else pushed, never both. */
package org.pcitopo.dsl.ide.diagnostics;
