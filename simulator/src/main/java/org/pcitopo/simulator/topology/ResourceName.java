package org.pcitopo.simulator.topology;

import java.util.Optional;

/**
 * The place of a resource in its function: BARs, ROM, VF BARs and bridge windows. The declaration order is the kernel's
 * index order, which breaks ties when resources are placed (behaviour specification 0.1).
 */
public enum ResourceName {
    BAR0(0), BAR1(1), BAR2(2), BAR3(3), BAR4(4), BAR5(5),
    ROM(6),
    VF_BAR0(7), VF_BAR1(8), VF_BAR2(9), VF_BAR3(10), VF_BAR4(11), VF_BAR5(12),
    IO_WINDOW(13), MEM_WINDOW(14), PREF_WINDOW(15),
    CARDBUS_WINDOW0(13), CARDBUS_WINDOW1(14), CARDBUS_WINDOW2(15), CARDBUS_WINDOW3(16);

    private static final ResourceName[] ALL = values();

    private final int index;

    ResourceName(int index) {
        this.index = index;
    }

    /** BAR {@code n}, 0 to 5. */
    public static ResourceName bar(int n) {
        return at(BAR0, n);
    }

    /** VF BAR {@code n}, 0 to 5. */
    public static ResourceName vfBar(int n) {
        return at(VF_BAR0, n);
    }

    private static ResourceName at(ResourceName first, int n) {
        if (n < 0 || n > 5) {
            throw new IllegalArgumentException("a function has BARs 0 to 5, not " + n);
        }
        return ALL[first.ordinal() + n];
    }

    /** The kernel's resource index with CONFIG_PCI_IOV=y. */
    public int index() {
        return index;
    }

    public boolean isBar() {
        return ordinal() <= BAR5.ordinal();
    }

    public boolean isVfBar() {
        return ordinal() >= VF_BAR0.ordinal() && ordinal() <= VF_BAR5.ordinal();
    }

    public boolean isWindow() {
        return ordinal() >= IO_WINDOW.ordinal();
    }

    public boolean isCardBusWindow() {
        return ordinal() >= CARDBUS_WINDOW0.ordinal();
    }

    /** The register number for a BAR or VF BAR: 0 to 5. */
    public int register() {
        if (isBar()) {
            return ordinal();
        }
        if (isVfBar()) {
            return ordinal() - VF_BAR0.ordinal();
        }
        throw new IllegalStateException(this + " is no BAR");
    }

    /** {@code bar0}, {@code rom}, {@code vfbar0}, {@code io}, {@code mem}, {@code pref}, {@code cb0}, as in the published JSON. */
    public String jsonName() {
        if (isBar()) {
            return "bar" + register();
        }
        if (isVfBar()) {
            return "vfbar" + register();
        }
        if (isCardBusWindow()) {
            return "cb" + (ordinal() - CARDBUS_WINDOW0.ordinal());
        }
        return switch (this) {
            case ROM -> "rom";
            case IO_WINDOW -> "io";
            case MEM_WINDOW -> "mem";
            default -> "pref";
        };
    }

    /** The inverse of {@link #jsonName}. */
    public static Optional<ResourceName> ofJsonName(String name) {
        for (ResourceName candidate : ALL) {
            if (candidate.jsonName().equals(name)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** As a person writes it: {@code BAR 0}, {@code ROM}, {@code VF BAR 0}, {@code mem window}. */
    @Override
    public String toString() {
        if (isBar()) {
            return "BAR " + register();
        }
        if (isVfBar()) {
            return "VF BAR " + register();
        }
        if (isCardBusWindow()) {
            return "CardBus window " + (ordinal() - CARDBUS_WINDOW0.ordinal());
        }
        return this == ROM ? "ROM" : jsonName() + " window";
    }
}
