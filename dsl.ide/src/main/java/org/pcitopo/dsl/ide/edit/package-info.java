/** Changes of texts as the protocol sends them to an editor. */
package org.pcitopo.dsl.ide.edit;
