/** Problems as markers, of open texts while they are typed and of all others by a builder, and the fixes for them. */
package org.pcitopo.eclipse.problems;
