package org.pcitopo.conformance.wording;

/** How many lines of some texts were predicted. */
public final class WordingTally {

    private int texts;
    private int identical;
    private int lines;
    private int equal;
    private int inOrder;
    private int extra;

    /** Counts one text. */
    public void add(LogComparison comparison) {
        int real = comparison.equal().size() + comparison.missing().size();
        texts++;
        lines += real;
        equal += comparison.equal().size();
        inOrder += comparison.inOrder();
        extra += comparison.extra().size();
        identical += comparison.isIdentical() ? 1 : 0;
    }

    /** Counts what {@code other} counted. */
    public void add(WordingTally other) {
        texts += other.texts;
        identical += other.identical;
        lines += other.lines;
        equal += other.equal;
        inOrder += other.inOrder;
        extra += other.extra;
    }

    /** Texts that were compared. */
    public int texts() {
        return texts;
    }

    /** Texts that were predicted to the letter, in their order. */
    public int identical() {
        return identical;
    }

    /** Real lines. */
    public int lines() {
        return lines;
    }

    /** Real lines that were predicted. */
    public int equal() {
        return equal;
    }

    /** Real lines that were predicted in their order. */
    public int inOrder() {
        return inOrder;
    }

    /** Predicted lines that are not there. */
    public int extra() {
        return extra;
    }

    /** Share of real lines that were predicted in their order, 1 where there are none. */
    public double share() {
        return lines == 0 ? 1 : (double) inOrder / lines;
    }
}
