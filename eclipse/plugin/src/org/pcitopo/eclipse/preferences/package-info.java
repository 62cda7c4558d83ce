/** Preference pages. */
package org.pcitopo.eclipse.preferences;
