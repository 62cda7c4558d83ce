package org.pcitopo.simulator.topology;

/**
 * Where one fact comes from.
 *
 * @param certainty read as it stands, derived from what stands there, or assumed
 * @param file the source's name, empty for an assumption without one
 * @param line line in that source from 1, 0 where lines mean nothing (a binary file, an assumption)
 * @param why for a derived or assumed fact the reason, else empty
 */
public record Origin(Certainty certainty, String file, int line, String why) {

    /** How sure a fact is. */
    public enum Certainty {
        READ, DERIVED, ASSUMED
    }

    public static Origin read(String file, int line) {
        return new Origin(Certainty.READ, file, line, "");
    }

    public static Origin derived(String file, int line, String why) {
        return new Origin(Certainty.DERIVED, file, line, why);
    }

    public static Origin assumed(String why) {
        return new Origin(Certainty.ASSUMED, "", 0, why);
    }
}
