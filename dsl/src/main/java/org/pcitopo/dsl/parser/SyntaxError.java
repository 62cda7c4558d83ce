package org.pcitopo.dsl.parser;

/**
 * One syntax error.
 *
 * @param offset where it begins
 * @param length of the text at fault
 * @param message what is wrong
 */
record SyntaxError(int offset, int length, String message) {
}
