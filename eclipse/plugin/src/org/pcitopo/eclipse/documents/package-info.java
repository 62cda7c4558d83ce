/** Texts that are open in the workbench, as the server sees them, and the changes that it proposes to texts. */
package org.pcitopo.eclipse.documents;
