package org.pcitopo.simulator.guest;

import org.pcitopo.simulator.topology.AddressRange;

/**
 * A window of the guest's host bridge for memory BARs.
 *
 * @param place which of the two
 * @param range guest physical addresses
 * @param why what gave it its size
 * @param source where that can be looked up
 */
public record Aperture(Place place, AddressRange range, String why, String source) {

    /** The two windows of a guest. */
    public enum Place {
        BELOW_4G("below 4G"), ABOVE_4G("above 4G");

        private final String id;

        Place(String id) {
            this.id = id;
        }

        /** In words. */
        public String id() {
            return id;
        }
    }
}
