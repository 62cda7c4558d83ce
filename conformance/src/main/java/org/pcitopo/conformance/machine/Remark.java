package org.pcitopo.conformance.machine;

/**
 * Where the machine in QEMU is not what was asked for.
 *
 * @param kind how far it is off
 * @param where the function, or the host bridge
 * @param text what is different
 */
public record Remark(Kind kind, Place where, String text) {

    /** How far the machine is off. */
    public enum Kind {
        /** It stands elsewhere on its bus: all else is as wanted. */
        MOVED,
        /** Another device stands in. */
        REPLACED,
        /** QEMU cannot build it; it and everything below it is left out. */
        LEFT_OUT
    }

    @Override
    public String toString() {
        return where + ": " + text;
    }
}
