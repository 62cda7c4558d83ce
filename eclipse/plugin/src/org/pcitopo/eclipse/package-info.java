/** The plug-in itself: its life, its settings, and what it tells people. */
package org.pcitopo.eclipse;
