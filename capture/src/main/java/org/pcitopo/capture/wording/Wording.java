package org.pcitopo.capture.wording;

import java.util.List;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.Span;

/**
 * What the kernel's log says otherwise than before, with the releases that do. Nothing else here asks for a release.
 *
 * <p>Sources are recordings of the releases named; where stable series took a wording over, the changes of that series.
 */
enum Wording {
    /**
     * Resources have names, in front: {@code BAR 0 [mem …]: assigned}, {@code bridge window [mem …]: assigned}, no longer
     * {@code reg 0x10: [mem …]} and {@code BAR 14: assigned [mem …]} (6.8; 6.1.167 and 6.6.130 took it over in March 2026; recorded
     * in 6.1.176).
     */
    RESOURCES_HAVE_NAMES(Span.between("6.1.167", "6.2"), Span.between("6.6.130", "6.7"), Span.since("6.8")),
    /** A bridge's buses and windows are shown when the bridge is found; before, once the bus below it was (6.8). */
    WINDOWS_WITH_BRIDGE(Span.since("6.8")),
    /** The line of a function ends with what it is: {@code PCIe Root Port} (6.8). */
    KIND_OF_FUNCTION(Span.since("6.8")),
    /** The line of another try names no bus (recorded in 6.16.12, not in 6.12). */
    TRY_WITHOUT_BUS(Span.since("6.16")),
    /** A window that cannot grow fails to {@code add optional} bytes, no longer to {@code add} them (recorded in 6.17, not in 6.12). */
    FAILS_TO_ADD_OPTIONAL(Span.since("6.16")),
    /** A place that is taken back is told of every resource, not of windows that make room alone (recorded in 6.18.12, not in 6.17). */
    EVERY_RELEASE(Span.since("6.18")),
    /** Listings of resources are indented by up to {@link #DEEPEST_LEVEL} levels (7.0). */
    DEEP_LISTINGS(Span.since("7.0")),
    /** Neighbouring host windows of one sort are one (5.14, taken back in 5.15, again in 5.16; a log of 5.15.86 shows them apart). */
    HOST_WINDOWS_JOINED(Span.between("5.14", "5.15"), Span.since("5.16")),
    /** Host windows are marked {@code window} where ACPI tells them (3.19). */
    HOST_WINDOWS_MARKED(Span.since("3.19"));

    /** What lies deeper is indented as this: {@code MAX_IORES_LEVEL} of {@code kernel/resource.c}. */
    static final int DEEPEST_LEVEL = 8;
    /** As {@link #DEEPEST_LEVEL}, before {@link #DEEP_LISTINGS}. */
    static final int DEEPEST_LEVEL_BEFORE = 5;

    private final List<Span> spans;

    Wording(Span... spans) {
        this.spans = List.of(spans);
    }

    boolean holds(KernelRelease release) {
        return spans.stream().anyMatch(span -> span.contains(release));
    }
}
