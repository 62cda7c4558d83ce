package org.pcitopo.simulator.assign;

/** A region of a device that waits for a place, with what it was before anything was tried. */
final class Request {

    final Device device;
    final Region region;
    private final long start;
    private final long end;
    private final int flags;

    Request(Device device, Region region) {
        this.device = device;
        this.region = region;
        this.start = region.start;
        this.end = region.end;
        this.flags = region.flags;
    }

    /** The type bits that it had. */
    int type() {
        return flags & Flags.TYPE;
    }

    /** Puts start, end and flags back. */
    void restore() {
        region.start = start;
        region.end = end;
        region.flags = flags;
    }
}
