package org.pcitopo.capture.replay;

/**
 * How many things were compared.
 *
 * @param compared those that both the simulation and the recording show: {@code equal + different}
 * @param equal those on which the two agree
 * @param different those on which they do not
 * @param notComparable those that had to be left out
 */
public record Tally(int compared, int equal, int different, int notComparable) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** The sum of both. */
    public Tally plus(Tally other) {
        return new Tally(compared + other.compared, equal + other.equal, different + other.different,
                notComparable + other.notComparable);
    }
}
