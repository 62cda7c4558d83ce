package org.pcitopo.dsl.problems;

/**
 * A piece of a file, with its lines and columns.
 *
 * @param file the file's URI
 * @param offset characters from the start of the text
 * @param length characters, 0 for a place between two
 * @param line line of the first character, from 1
 * @param column column of the first character, from 1, in UTF-16 code units
 * @param endLine line of the character behind the last one
 * @param endColumn column of the character behind the last one
 */
public record Place(String file, int offset, int length, int line, int column, int endLine, int endColumn) {
}
