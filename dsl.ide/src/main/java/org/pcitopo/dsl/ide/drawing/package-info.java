/** The drawing beside the text: what is drawn, and the way between a place of the text and a place of the drawing. */
package org.pcitopo.dsl.ide.drawing;
