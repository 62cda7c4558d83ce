/** What the generated content assist parser asks for beside itself. */
package org.pcitopo.dsl.ide.contentassist.antlr;
