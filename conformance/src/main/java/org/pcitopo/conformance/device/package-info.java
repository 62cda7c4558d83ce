/** The PCI devices that QEMU emulates, by their BARs, and which of them stands in for a function that it does not. */
package org.pcitopo.conformance.device;
