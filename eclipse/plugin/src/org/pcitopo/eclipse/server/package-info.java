/** The language server: which program it is, its process, and the one talk that a workbench has with it. Knows no editor. */
package org.pcitopo.eclipse.server;
