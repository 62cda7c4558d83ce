/** The texts that the server formats, shown in hovers and dialogs, with links that lead to places in editors. */
package org.pcitopo.eclipse.formatted;
