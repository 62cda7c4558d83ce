package org.pcitopo.simulator.trace;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.WindowId;

/** One thing that happened to a resource or to a bus. */
public sealed interface TraceEvent {

    /** A request or the architecture's default asked for an alignment of {@code alignment} bytes. */
    record AlignmentRequested(ResourceKey resource, long alignment, boolean resized) implements TraceEvent {
    }

    /** A request matched but had no effect on the resource, for {@code reason}. */
    record RequestIgnored(PciAddress function, String reason) implements TraceEvent {
    }

    /** Firmware's place was kept. */
    record Claimed(ResourceKey resource, AddressRange range) implements TraceEvent {
    }

    /** Firmware's place could not be kept. */
    record ClaimFailed(ResourceKey resource, Optional<AddressRange> range, ClaimFailure reason,
            Optional<String> conflict) implements TraceEvent {
    }

    /** Why a claim fails (behaviour specification 4.1). */
    enum ClaimFailure {
        NO_ADDRESS, NO_COMPATIBLE_WINDOW, ADDRESS_CONFLICT
    }

    /** A bridge window was cut down to what the window above it offers. */
    record WindowClipped(ResourceKey window, AddressRange from, AddressRange to) implements TraceEvent {
    }

    /** A bridge window got its size: {@code size} bytes required, {@code optional} bytes more if there is room. */
    record WindowSized(ResourceKey window, long size, long alignment, long optional) implements TraceEvent {
    }

    /** A bridge window is closed since nothing needs it. */
    record WindowDisabled(ResourceKey window) implements TraceEvent {
    }

    /** The kernel placed a resource. */
    record Assigned(ResourceKey resource, AddressRange range) implements TraceEvent {
    }

    /**
     * No window has {@code size} free bytes at that alignment.
     *
     * @param tried the windows that it may lie in, as full as they were at that moment; empty where there is none
     */
    record NoSpace(ResourceKey resource, long size, long alignment, List<Tried> tried) implements TraceEvent {
        public NoSpace {
            tried = List.copyOf(tried);
        }
    }

    /**
     * A window in which a place was looked for.
     *
     * @param window which one
     * @param range its addresses
     * @param free bytes not taken at that moment
     * @param largestHole the largest contiguous free range at that moment, bytes
     */
    record Tried(WindowId window, AddressRange range, long free, long largestHole) {
    }

    /** The resource stays without a place. */
    record GivenUp(ResourceKey resource) implements TraceEvent {
    }

    /** A place was taken back to try again. */
    record Released(ResourceKey resource, AddressRange range) implements TraceEvent {
    }

    /** A resource fell back to the place that firmware had given it. */
    record FirmwareAddressKept(ResourceKey resource, AddressRange range) implements TraceEvent {
    }

    /** An assigned window grew or moved to hold optional resources. */
    record Grown(ResourceKey resource, AddressRange from, AddressRange to) implements TraceEvent {
    }

    /** Another round of sizing and placing began on a root bus. */
    record TryStarted(int domain, int bus, int number, int of) implements TraceEvent {
    }

    /** A powernv window was opened to the host's full window after assignment. */
    record WindowOpened(ResourceKey window, AddressRange range) implements TraceEvent {
    }
}
