/** What the generated parser asks for beside itself. */
package org.pcitopo.dsl.parser.antlr;
