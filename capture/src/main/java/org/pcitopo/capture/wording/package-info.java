/**
 * What a kernel writes about a simulated boot: the lines of its log, {@code /proc/iomem} and {@code /proc/ioports}, in the words of
 * its release. {@link Wording} is the table of what was worded otherwise in which release; {@link LineKind} says which lines of a
 * real log are predicted.
 */
package org.pcitopo.capture.wording;
