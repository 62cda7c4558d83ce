/** The view with the drawing. */
package org.pcitopo.eclipse.drawing;
