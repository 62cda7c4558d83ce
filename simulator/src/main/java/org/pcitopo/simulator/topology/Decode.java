package org.pcitopo.simulator.topology;

/**
 * Which address decoders firmware left on in the COMMAND register.
 *
 * @param io bit 0
 * @param memory bit 1
 */
public record Decode(boolean io, boolean memory) {

    public static final Decode ON = new Decode(true, true);
    public static final Decode OFF = new Decode(false, false);

    /** Whether the decoder for {@code space} is on. */
    public boolean enabled(Space space) {
        return space == Space.IO ? io : memory;
    }
}
