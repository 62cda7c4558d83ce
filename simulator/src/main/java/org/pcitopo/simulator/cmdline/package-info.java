/**
 * The kernel command line as a language: its words, the options of {@code pci=} and the entries of
 * {@code resource_alignment=}, each with its exact place in the text and with the meaning that one kernel release gives it.
 * Nothing is rejected that the kernel ignores; what is ignored, dead or without effect is told as a
 * {@link org.pcitopo.simulator.cmdline.CommandLineFinding}.
 *
 * <p>Source: behaviour specification 1 and 8.2, corrected by C9.
 */
package org.pcitopo.simulator.cmdline;
