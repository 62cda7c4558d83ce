package org.pcitopo.capture.source;

/**
 * One line of a source, without its line end.
 *
 * @param file the source's name, as a person would find it ({@code bundle.tar.gz!dmesg.txt} for a member of an archive)
 * @param number line in that file, from 1
 * @param text the text; control characters and undecodable bytes may still be in it
 */
public record SourceLine(String file, int number, String text) {
}
