/**
 * Parsing that survives errors. The generated parser stops at its first error; the smallest piece of text that explains the error
 * is taken out, and parsing starts again. So one mistake gives one message, and everything else of the file is read as if the
 * mistake were not there.
 */
package org.pcitopo.dsl.parser;
