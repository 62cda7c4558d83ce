/** What the Generic Editor is extended with: one class for each of its extensions, each of which asks the server and shows the answer. */
package org.pcitopo.eclipse.editor;
