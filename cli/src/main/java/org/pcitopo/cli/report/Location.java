package org.pcitopo.cli.report;

/**
 * A piece of a file.
 *
 * @param file its name as the user gave it, {@code -} for standard input
 * @param start its first character
 * @param end behind its last character; equal to {@code start} where it is empty
 */
public record Location(String file, Position start, Position end) {

    /** {@code file:line:column}, which editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file + ":" + start.line() + ":" + start.column();
    }
}
