package org.pcitopo.capture.facts;

/**
 * Something about a source that its user should know: lines that were left out, a second boot, zeros for want of privilege.
 *
 * @param file the source's name
 * @param line line in it, 0 where it concerns the whole
 * @param text a sentence
 */
public record Remark(String file, int line, String text) {

    /** The text of a remark on a log that somebody edited: what it shows is no one kernel's doing. */
    public static final String TWO_KERNELS = "lines of another kernel stand here as comments (//): the log was put together by hand";

    /** Whether it says so. */
    public boolean isOfTwoKernels() {
        return text.equals(TWO_KERNELS);
    }
}
