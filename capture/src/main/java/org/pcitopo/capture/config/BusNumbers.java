package org.pcitopo.capture.config;

/**
 * A bridge's bus number registers.
 *
 * @param primary the bus that it is on
 * @param secondary the bus right below it, 0 where it was never numbered
 * @param subordinate the highest bus below it
 */
public record BusNumbers(int primary, int secondary, int subordinate) {

    /** Whether the bridge was numbered and the numbers can be: a secondary bus above the primary one, below no lower one. */
    public boolean numbered() {
        return secondary > primary && subordinate >= secondary;
    }
}
