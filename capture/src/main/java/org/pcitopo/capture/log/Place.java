package org.pcitopo.capture.log;

import java.util.Optional;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/**
 * Which resource of a function a line names; kernels name it in several ways.
 *
 * @param naming how
 * @param number BAR number, register offset or resource index
 */
record Place(Naming naming, int number) {

    /** The ways of naming. */
    enum Naming {
        /** {@code BAR 0}. */
        BAR,
        /** {@code VF BAR 0}. */
        VF_BAR,
        /** {@code ROM}. */
        ROM,
        /** {@code bridge window}: the type tells which. */
        WINDOW,
        /** {@code reg 0x10}. */
        OFFSET,
        /** {@code BAR 13:} up to 6.7: an index into the kernel's resource array. */
        INDEX
    }

    private static final int FIRST_BAR_OFFSET = 0x10;
    private static final int ROM_OFFSET = 0x30;
    private static final int BRIDGE_ROM_OFFSET = 0x38;
    private static final ResourceName[] WINDOWS = {ResourceName.IO_WINDOW, ResourceName.MEM_WINDOW, ResourceName.PREF_WINDOW};

    static final Place WINDOW = new Place(Naming.WINDOW, 0);
    static final Place ROM = new Place(Naming.ROM, 6);

    /**
     * The resource, where it has a name here; empty for offsets of extended capabilities (VF BARs up to 6.7, which another
     * line names) and for windows of CardBus bridges.
     *
     * @param headerType of the function, -1 where not known
     */
    Optional<ResourceName> resolve(int headerType, ResourceType type) {
        return switch (naming) {
            case BAR -> number <= 5 ? Optional.of(ResourceName.bar(number)) : Optional.empty();
            case VF_BAR -> number <= 5 ? Optional.of(ResourceName.vfBar(number)) : Optional.empty();
            case ROM -> Optional.of(ResourceName.ROM);
            case WINDOW -> headerType == 2 ? Optional.empty() : Optional.of(window(type));
            case OFFSET -> byOffset(headerType);
            case INDEX -> byIndex(headerType);
        };
    }

    private static ResourceName window(ResourceType type) {
        return type.isIo() ? ResourceName.IO_WINDOW : type.prefetchable() ? ResourceName.PREF_WINDOW : ResourceName.MEM_WINDOW;
    }

    private Optional<ResourceName> byOffset(int headerType) {
        if (number == ROM_OFFSET && headerType != 1 || number == BRIDGE_ROM_OFFSET) {
            return Optional.of(ResourceName.ROM);
        }
        int index = (number - FIRST_BAR_OFFSET) / 4;
        boolean isBar = number >= FIRST_BAR_OFFSET && index <= 5 && number % 4 == 0;
        return isBar ? Optional.of(ResourceName.bar(index)) : Optional.empty();
    }

    /** Index 7 to 12 are VF BARs, or bridge windows from 7 on in kernels without SR-IOV (behaviour specification 0.1). */
    private Optional<ResourceName> byIndex(int headerType) {
        if (number <= 5) {
            return Optional.of(ResourceName.bar(number));
        }
        if (number == 6) {
            return Optional.of(ResourceName.ROM);
        }
        if (headerType == 2) {
            return cardBus(number >= 13 ? number - 13 : number - 7);
        }
        if (headerType == 1 && number <= 9) {
            return Optional.of(WINDOWS[number - 7]);
        }
        if (number <= 12) {
            return Optional.of(ResourceName.vfBar(number - 7));
        }
        return number <= 15 ? Optional.of(WINDOWS[number - 13]) : Optional.empty();
    }

    private static Optional<ResourceName> cardBus(int window) {
        return window >= 0 && window <= 3
                ? ResourceName.ofJsonName("cb" + window) : Optional.empty();
    }
}
