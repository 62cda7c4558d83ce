/**
 * The language server: Xtext's, on LSP4J, with documents and features of its own. Requests work on the snapshot that is newest when
 * they arrive; one that the text overtakes is answered with {@code ContentModified}.
 */
package org.pcitopo.dsl.ide.server;
