/**
 * The layout of a text: indentation, blanks, empty lines, comments in a column. It works on tokens alone, so that it never changes
 * what a text means, and works on a text with errors as well.
 */
package org.pcitopo.dsl.format;
