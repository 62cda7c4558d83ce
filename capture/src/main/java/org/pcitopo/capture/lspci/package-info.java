/**
 * Reads what {@code lspci -v}, {@code -vv}, {@code -vvv}, {@code -nn}, {@code -D} and {@code -x} print, in any combination and
 * as mails quote and wrap it.
 */
package org.pcitopo.capture.lspci;
