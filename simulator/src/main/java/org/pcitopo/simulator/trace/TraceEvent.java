package org.pcitopo.simulator.trace;

import java.util.List;
import java.util.Optional;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.WindowId;

/** One thing that happened to a resource or to a bus. */
public sealed interface TraceEvent {

    /** Something about one resource. */
    sealed interface OfResource extends TraceEvent {
        /** Which one. */
        ResourceKey resource();
    }

    /** Something about one bridge window. */
    sealed interface OfWindow extends OfResource {
        /** Which one. */
        ResourceKey window();

        @Override
        default ResourceKey resource() {
            return window();
        }
    }

    /** Something about one function. */
    sealed interface OfFunction extends TraceEvent {
        /** Which one. */
        PciAddress function();
    }

    /** Something about one bus. */
    sealed interface OfBus extends TraceEvent {
        /** PCI domain of the bus. */
        int domain();

        /** Its number. */
        int bus();
    }

    /**
     * A request or the architecture's default asked for an alignment of {@code alignment} bytes.
     *
     * @param before the resource as it was
     */
    record AlignmentRequested(ResourceKey resource, long alignment, boolean resized, PrintedRange before) implements OfResource {
    }

    /**
     * A request matched but had no effect, for {@code reason}.
     *
     * @param refused what would have happened to the resource that it is about, empty where it is about the whole function
     */
    record RequestIgnored(PciAddress function, String reason, Optional<AlignmentRequested> refused) implements OfFunction {
    }

    /** Firmware's place was kept. */
    record Claimed(ResourceKey resource, AddressRange range) implements OfResource {
    }

    /**
     * Firmware's place could not be kept.
     *
     * @param conflict who is there already, where that is why
     * @param conflictRange what he has there
     */
    record ClaimFailed(ResourceKey resource, Optional<AddressRange> range, ClaimFailure reason,
            Optional<String> conflict, Optional<PrintedRange> conflictRange) implements OfResource {
    }

    /** Why a claim fails (behaviour specification 4.1). */
    enum ClaimFailure {
        NO_ADDRESS, NO_COMPATIBLE_WINDOW, ADDRESS_CONFLICT
    }

    /** A bridge window was cut down to what the window above it offers. */
    record WindowClipped(ResourceKey window, AddressRange from, AddressRange to) implements OfWindow {
    }

    /**
     * A bridge window got its size: {@code size} bytes required, {@code optional} bytes more if there is room.
     *
     * @param optionalAlignment its alignment with them, bytes; 0 where nothing optional is wanted
     * @param now the window with what it requires
     * @param relaxed the window each time that its alignment was relaxed, since a window above cannot hold it otherwise
     */
    record WindowSized(ResourceKey window, long size, long alignment, long optional, long optionalAlignment, PrintedRange now,
            List<PrintedRange> relaxed)
            implements OfWindow {
        public WindowSized {
            relaxed = List.copyOf(relaxed);
        }
    }

    /** An assigned window has no room of {@code needed} bytes for a window of {@code below}, which is relaxed therefore. */
    record WindowTooSmall(ResourceKey window, AddressRange range, long needed, PciAddress below) implements OfWindow {
    }

    /**
     * A bridge window is closed since nothing needs it.
     *
     * @param before the window as it was
     */
    record WindowDisabled(ResourceKey window, PrintedRange before) implements OfWindow {
    }

    /** The kernel placed a resource. */
    record Assigned(ResourceKey resource, AddressRange range) implements OfResource {
    }

    /**
     * No window has {@code size} free bytes at that alignment.
     *
     * @param tried the windows that it may lie in, as full as they were at that moment; empty where there is none
     */
    record NoSpace(ResourceKey resource, long size, long alignment, List<Tried> tried) implements OfResource {
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
    record GivenUp(ResourceKey resource) implements OfResource {
    }

    /** A place was taken back to try again. */
    record Released(ResourceKey resource, AddressRange range) implements OfResource {
    }

    /** A resource fell back to the place that firmware had given it. */
    record FirmwareAddressKept(ResourceKey resource, AddressRange range) implements OfResource {
    }

    /** Firmware's place was tried as the last resort, but no window of the bus forwards it. */
    record FirmwareAddressRefused(ResourceKey resource, AddressRange range) implements OfResource {
    }

    /**
     * Firmware's place was tried as the last resort, but somebody else has it.
     *
     * @param conflict who
     * @param conflictRange what he has there
     */
    record FirmwareAddressTaken(ResourceKey resource, AddressRange range, String conflict, PrintedRange conflictRange)
            implements OfResource {
    }

    /** An assigned window grew or moved to hold optional resources. */
    record Grown(ResourceKey resource, AddressRange from, AddressRange to) implements OfResource {
    }

    /** An assigned window could neither grow nor move by {@code more} bytes. */
    record GrowFailed(ResourceKey resource, PrintedRange before, long more) implements OfResource {
    }

    /** A root bus, {@code depth} levels deep, gets {@code tries} tries, each making more room than the one before. */
    record TriesPlanned(int domain, int bus, int depth, int tries) implements OfBus {
    }

    /** Something found no place; room is made for try {@code number} now. */
    record MakingRoom(int domain, int bus, int number) implements OfBus {
    }

    /** A resource lost its place {@code before} since the window around it was released. */
    record ReleasedWithWindow(ResourceKey resource, PrintedRange before) implements OfResource {
    }

    /**
     * The last try left something without a place.
     *
     * @param advice what the kernel suggests then
     */
    record LeftUnplaced(int domain, int bus, Advice advice) implements OfBus {
    }

    /** What the kernel suggests where something stays without a place. */
    enum Advice {
        /** Nothing: the command line decided about reallocation. */
        NONE,
        /** To ask for reallocation. */
        REALLOCATE,
        /** To switch it off: it ran of its own accord. */
        DO_NOT_REALLOCATE
    }

    /**
     * The registers of a bridge were written.
     *
     * @param windows the windows that are open then, in index order
     */
    record BridgeProgrammed(PciAddress function, List<PrintedRange> windows) implements OfFunction {
        public BridgeProgrammed {
            windows = List.copyOf(windows);
        }
    }

    /**
     * A bus as it is listed when everything below its root bus was assigned.
     *
     * @param windows what it offers, by the kernel's index
     */
    record BusListed(int domain, int bus, List<ListedWindow> windows) implements OfBus {
        public BusListed {
            windows = List.copyOf(windows);
        }
    }

    /**
     * One window in {@link BusListed}.
     *
     * @param index 0 to 2 for a bridge's own windows, from 4 on for others
     * @param ofHost whether it is a window of the host bridge
     */
    record ListedWindow(int index, PrintedRange window, boolean ofHost) {
    }

    /** Another round of sizing and placing began on a root bus. */
    record TryStarted(int domain, int bus, int number, int of) implements OfBus {
    }

    /** A powernv window was opened to the host's full window after assignment. */
    record WindowOpened(ResourceKey window, AddressRange range) implements OfWindow {
    }
}
