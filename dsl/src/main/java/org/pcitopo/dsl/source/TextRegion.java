package org.pcitopo.dsl.source;

/**
 * A place in a file.
 *
 * @param file the file's URI
 * @param offset characters from the start of the text
 * @param length characters, 0 for a place between two
 */
public record TextRegion(String file, int offset, int length) {

    /** Offset behind the last character. */
    public int end() {
        return offset + length;
    }
}
