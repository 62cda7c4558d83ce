package org.pcitopo.simulator.guest;

import java.util.List;

/**
 * Whether a window of the guest has room for all its functions.
 *
 * @param aperture the window
 * @param needed bytes, with alignment; 0 where nothing is to be in it
 * @param fits whether everything finds a place
 * @param options what makes it larger, in the VMM's words; empty where it fits or nothing helps
 */
public record Room(Aperture aperture, long needed, boolean fits, List<String> options) {

    public Room {
        options = List.copyOf(options);
    }
}
