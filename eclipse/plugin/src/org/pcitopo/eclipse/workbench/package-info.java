/** What every part of the plug-in uses of the workbench: its log, notes to people, the parts of the plug-in that live as long as it. */
package org.pcitopo.eclipse.workbench;
