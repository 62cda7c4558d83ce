/** Wizards that make files and projects. */
package org.pcitopo.eclipse.wizard;
