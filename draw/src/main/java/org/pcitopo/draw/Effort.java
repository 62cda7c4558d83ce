package org.pcitopo.draw;

/**
 * How much goes into a drawing.
 *
 * @param explained so many resources of a boot are explained, the worst first
 * @param checkpoint called now and then; what it throws ends the work
 */
public record Effort(int explained, Runnable checkpoint) {

    /** For a file that is kept; a page of tens of megabytes helps nobody. */
    public static final Effort FULL = new Effort(600, () -> { });
}
