/**
 * Reads {@code /proc/iomem} and {@code /proc/ioports}. RAM and what ACPI and PnP own are facts; what PCI functions and bridges
 * hold is an answer.
 */
package org.pcitopo.capture.iomem;
