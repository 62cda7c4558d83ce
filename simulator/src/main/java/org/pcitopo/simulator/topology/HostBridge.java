package org.pcitopo.simulator.topology;

import java.util.List;
import java.util.Optional;

/**
 * A PCI host bridge and everything below it.
 *
 * @param domain PCI domain (segment)
 * @param firstBus root bus number, 0 to 0xff
 * @param lastBus last bus number that it may use, not below {@code firstBus}
 * @param name what the platform calls it, empty where not known
 * @param windows in firmware's order
 * @param ioda segments, on powernv alone
 * @param preserveConfig firmware asks to keep its assignment on this bridge (behaviour specification 1.5)
 * @param functions what is on the root bus, in any order
 */
public record HostBridge(int domain, int firstBus, int lastBus, String name, List<HostWindow> windows, Optional<Ioda> ioda,
        boolean preserveConfig, List<Function> functions) {

    public HostBridge {
        if (domain < 0 || firstBus < 0 || lastBus > 0xff || lastBus < firstBus) {
            throw new IllegalArgumentException(
                    String.format("no host bridge: domain %x, buses %x to %x", domain, firstBus, lastBus));
        }
        windows = List.copyOf(windows);
        functions = List.copyOf(functions);
    }

    /** The host bridge of domain 0, buses 00 to ff. */
    public static HostBridge of(List<HostWindow> windows, List<Function> functions) {
        return new HostBridge(0, 0, 0xff, "", windows, Optional.empty(), false, functions);
    }

    public HostBridge withFunctions(List<Function> replacement) {
        return new HostBridge(domain, firstBus, lastBus, name, windows, ioda, preserveConfig, replacement);
    }

    /**
     * Whether {@link #name} says that {@code driver} drives it, as kernel logs do: {@code vmd 0000:00:0e.0}. Some drivers have
     * rules of their own.
     */
    public boolean isDrivenBy(String driver) {
        return name.equals(driver) || name.startsWith(driver + ' ');
    }

    /** {@code host 0000:00}, as the published JSON names it. */
    public String id() {
        return String.format("host %04x:%02x", domain, firstBus);
    }
}
