/** Boots a kernel with the recorder in QEMU and takes what it sends over the console. */
package org.pcitopo.conformance.boot;
