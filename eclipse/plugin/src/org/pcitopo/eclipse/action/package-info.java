/** Handlers of commands, and what of them takes part in refactorings. */
package org.pcitopo.eclipse.action;
