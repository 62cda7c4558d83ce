/**
 * Reads a copy of {@code /sys/bus/pci/devices}. Ids, capabilities, sizes and types are facts; addresses, decoders and enabled
 * VFs are what the kernel made of it, and so answers.
 */
package org.pcitopo.capture.sysfs;
