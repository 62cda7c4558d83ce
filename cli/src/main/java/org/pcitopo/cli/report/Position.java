package org.pcitopo.cli.report;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Position(int line, int column) {
}
