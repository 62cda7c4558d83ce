/**
 * Kernel logs of 3.x to 7.x. Text goes through four steps, each with a class of its own: prefixes, quoting and wrapping are
 * taken off ({@link org.pcitopo.capture.log.LogLines}), boots are told apart ({@link org.pcitopo.capture.log.LogBoots}), each
 * line becomes an event ({@link org.pcitopo.capture.log.PciLineParser}), and the events become facts up to the first
 * assignment and answers from there on ({@link org.pcitopo.capture.log.KernelLogReader}).
 */
package org.pcitopo.capture.log;
