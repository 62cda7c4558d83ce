/** What a user of the plug-in does and sees, in a real workbench. Not part of the product. */
package org.pcitopo.eclipse.check;
