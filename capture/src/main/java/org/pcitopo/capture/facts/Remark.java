package org.pcitopo.capture.facts;

/**
 * Something about a source that its user should know: lines that were left out, a second boot, zeros for want of privilege.
 *
 * @param file the source's name
 * @param line line in it, 0 where it concerns the whole
 * @param text a sentence
 */
public record Remark(String file, int line, String text) {
}
