package org.pcitopo.simulator.topology;

/**
 * The type bits of a BAR or a window: space, width and prefetchability (the kernel's {@code IORESOURCE_IO},
 * {@code _MEM}, {@code _MEM_64}, {@code _PREFETCH}).
 */
public enum ResourceType {
    IO(Space.IO, false, false),
    MEM32(Space.MEM, false, false),
    MEM32_PREF(Space.MEM, false, true),
    MEM64(Space.MEM, true, false),
    MEM64_PREF(Space.MEM, true, true);

    private final Space space;
    private final boolean is64Bit;
    private final boolean prefetchable;

    ResourceType(Space space, boolean is64Bit, boolean prefetchable) {
        this.space = space;
        this.is64Bit = is64Bit;
        this.prefetchable = prefetchable;
    }

    /** The memory type with these bits. */
    public static ResourceType memory(boolean is64Bit, boolean prefetchable) {
        if (is64Bit) {
            return prefetchable ? MEM64_PREF : MEM64;
        }
        return prefetchable ? MEM32_PREF : MEM32;
    }

    public Space space() {
        return space;
    }

    public boolean isIo() {
        return space == Space.IO;
    }

    public boolean isMemory() {
        return space == Space.MEM;
    }

    public boolean is64Bit() {
        return is64Bit;
    }

    public boolean prefetchable() {
        return prefetchable;
    }

    /** {@code io}, {@code mem32} or {@code mem64}, as the published JSON names it. */
    public String widthName() {
        return isIo() ? "io" : is64Bit ? "mem64" : "mem32";
    }

    /** What the kernel prints behind a range: empty, {@code pref}, {@code 64bit} or {@code 64bit pref}. */
    public String flagsText() {
        String wide = is64Bit ? "64bit" : "";
        String pref = prefetchable ? "pref" : "";
        return (wide + " " + pref).strip();
    }
}
