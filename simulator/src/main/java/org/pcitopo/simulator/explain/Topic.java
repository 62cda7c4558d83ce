package org.pcitopo.simulator.explain;

/** What a sentence of an explanation is about, in the order in which things happen. */
public enum Topic {
    HARDWARE("hardware"), FIRMWARE("firmware"), REQUEST("command line"), WINDOW("window"), ORDER("order"), PLACE("place"),
    RULES("rules"), MAPPING("vfio"), GUEST("guest");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    /** One or two words. */
    public String title() {
        return title;
    }
}
