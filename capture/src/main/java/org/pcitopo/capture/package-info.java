/**
 * Readers of what a real machine says: {@link org.pcitopo.capture.Capture} merges kernel logs, {@code lspci}, {@code /proc}
 * and sysfs copies into one {@link org.pcitopo.capture.CapturedMachine}, facts and answers apart, every one with its source.
 */
package org.pcitopo.capture;
