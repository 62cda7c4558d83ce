package org.pcitopo.dsl.problems.rule;

import org.pcitopo.dsl.source.TextRegion;

/**
 * One code of a comment {@code // ignore PCI301: reason}. It keeps back the problems of that code that begin on its own line or,
 * where nothing else stands there, on the next line that has more than comments; written {@code ignore-file}, those of the file.
 *
 * @param code what is ignored
 * @param codeRegion where the code stands
 * @param comment the whole comment
 * @param reason why; empty where none is given, then nothing is kept back
 * @param wholeFile whether it is about the file
 * @param line the line that it is about, from 1; 0 for the whole file, or where nothing follows
 */
public record Ignore(String code, TextRegion codeRegion, TextRegion comment, String reason, boolean wholeFile, int line) {

    /** Whether it keeps back a problem {@code otherCode} that begins on {@code otherLine} of its file. */
    public boolean covers(String otherCode, int otherLine) {
        return !reason.isEmpty() && code.equals(otherCode) && (wholeFile || line == otherLine);
    }
}
