/** The machines that QEMU emulates, and the translation of a topology into the arguments that build it there. */
package org.pcitopo.conformance.machine;
