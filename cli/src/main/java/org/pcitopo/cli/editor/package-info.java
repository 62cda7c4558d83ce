/** The way to the language server. It is a package of its own so that other commands load nothing of the server. */
package org.pcitopo.cli.editor;
