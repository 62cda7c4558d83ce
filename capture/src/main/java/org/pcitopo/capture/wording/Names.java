package org.pcitopo.capture.wording;

import org.pcitopo.simulator.topology.Platform;
import org.pcitopo.simulator.topology.ResourceName;

/** What one kernel calls the resources of a function. */
final class Names {

    private static final int FIRST_BAR_OFFSET = 0x10;
    private static final int ROM_OFFSET = 0x30;
    private static final int BRIDGE_ROM_OFFSET = 0x38;
    private static final int VF_BARS = 6;

    private final boolean byName;
    private final boolean sriov;

    /** @param byName whether resources have names, see {@link Wording#RESOURCES_HAVE_NAMES} */
    Names(boolean byName, Platform platform) {
        this.byName = byName;
        this.sriov = platform.configured("PCI_IOV", true);
    }

    /** {@code BAR 0}, {@code bridge window}. */
    static String name(ResourceName resource) {
        return resource.isCardBusWindow() ? "CardBus bridge window " + (resource.ordinal() - ResourceName.CARDBUS_WINDOW0.ordinal())
                : resource.isWindow() ? "bridge window" : resource.toString();
    }

    /** The index in the kernel's array of a function's resources: 13 for an I/O window. */
    int index(ResourceName resource) {
        return resource.isWindow() && !sriov ? resource.index() - VF_BARS : resource.index();
    }

    /** How a register is shown when a function is found: {@code BAR 0 [mem …]} or {@code reg 0x10: [mem …]}. */
    String register(ResourceName resource, boolean ofBridge, String range) {
        if (byName) {
            return name(resource) + ' ' + range;
        }
        int offset = resource == ResourceName.ROM ? ofBridge ? BRIDGE_ROM_OFFSET : ROM_OFFSET
                : FIRST_BAR_OFFSET + 4 * resource.register();
        return String.format("reg 0x%02x: %s", offset, range);
    }

    /** What happened to a resource: {@code BAR 0 [mem …]: assigned} or {@code BAR 0: assigned [mem …]}. */
    String event(ResourceName resource, String range, String now, String before) {
        return byName ? name(resource) + ' ' + range + ": " + now
                : "BAR " + index(resource) + ": " + String.format(before, range);
    }

    /** That firmware's place is tried, in all releases. */
    String attempt(ResourceName resource, String range) {
        return (byName ? name(resource) : "BAR " + index(resource)) + ": trying firmware assignment " + range;
    }

    /** What a request does to a resource; older kernels leave no blank in {@code BAR0}. */
    String request(ResourceName resource, String range, String words) {
        return (byName ? name(resource) : "BAR" + index(resource)) + ' ' + range + ": " + words;
    }

    /** A claim that failed: {@code BAR 0 [mem …]: can't claim; WHY} or {@code can't claim BAR 0 [mem …]: WHY}. */
    String claim(ResourceName resource, String range, String why) {
        return byName ? name(resource) + ' ' + range + ": can't claim; " + why
                : "can't claim BAR " + index(resource) + ' ' + range + ": " + why;
    }
}
