/** The proof of a person's own topology: builds it in QEMU, boots a kernel, and compares what it did with the simulation. */
package org.pcitopo.conformance.prove;
