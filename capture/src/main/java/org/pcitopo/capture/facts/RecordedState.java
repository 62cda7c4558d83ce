package org.pcitopo.capture.facts;

/** How a source says that a resource ended. */
public enum RecordedState {
    /** It has an address, whether firmware's or the kernel's. */
    PLACED,
    /** The kernel found no place for it. */
    UNASSIGNED,
    /** A bridge window that is closed, or a resource that the kernel switched off. */
    DISABLED,
    /** A shadow ROM, outside the resource tree. */
    SHADOW
}
