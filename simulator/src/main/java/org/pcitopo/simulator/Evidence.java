package org.pcitopo.simulator;

/** How far the rules of a simulation are proven. */
public enum Evidence {
    /** Recordings of this release and machine confirm them. */
    RECORDED("recorded"),
    /** Inferred from neighbouring releases or from source. */
    INFERRED("inferred");

    private final String id;

    Evidence(String id) {
        this.id = id;
    }

    /** As the published JSON writes it. */
    public String id() {
        return id;
    }
}
