/** What an editor shows of the thing under the mouse. */
package org.pcitopo.dsl.ide.hover;
