package org.pcitopo.simulator.topology;

/** Names a window of a host bridge or of a bridge. */
public sealed interface WindowId {

    /** {@code host 0000:00} or the bridge's address, as the published JSON writes it. */
    String bridgeId();

    /** The window's index ({@code 0}) or name ({@code mem}) there. */
    String windowName();

    /**
     * A window of a host bridge.
     *
     * @param index its place in firmware's order
     */
    record OfHost(int domain, int bus, int index) implements WindowId {
        @Override
        public String bridgeId() {
            return String.format("host %04x:%02x", domain, bus);
        }

        @Override
        public String windowName() {
            return Integer.toString(index);
        }
    }

    /** A window of a bridge. */
    record OfBridge(PciAddress bridge, ResourceName name) implements WindowId {
        @Override
        public String bridgeId() {
            return bridge.toString();
        }

        @Override
        public String windowName() {
            return name.jsonName();
        }
    }
}
