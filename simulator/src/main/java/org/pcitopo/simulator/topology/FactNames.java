package org.pcitopo.simulator.topology;

/**
 * The names under which a {@link Provenance} files the origins. BARs, ROMs and bridge windows use
 * {@link Fact#of(ResourceKey)}; for a bridge window the aspect is {@code io}, {@code mem} or
 * {@code pref}.
 */
public final class FactNames {

    public static final Fact ARCHITECTURE = new Fact("platform", "architecture");
    public static final Fact MACHINE = new Fact("platform", "machine");
    public static final Fact PAGE_SIZE = new Fact("platform", "pageSize");
    public static final Fact PROBE_ONLY = new Fact("platform", "probeOnly");
    public static final Fact ISOLATED_MSI = new Fact("platform", "isolatedMsi");
    public static final Fact HARDWARE = new Fact("platform", "hardware");
    public static final Fact KERNEL = new Fact("boot", "kernel");
    public static final Fact COMMAND_LINE = new Fact("boot", "commandLine");

    /**
     * The aspect of a function under which an assumed origin stands where no kernel log enumerates it, so that what firmware
     * left in its registers is not known.
     */
    public static final String FIRMWARE = "firmware";

    private FactNames() {
    }

    /** Kernel configuration {@code name}. */
    public static Fact config(String name) {
        return new Fact("platform", "config " + name);
    }

    /** Entry {@code index} of the topology's E820 map. */
    public static Fact e820(int index) {
        return new Fact("platform", "e820 " + index);
    }

    /** Entry {@code index} of the topology's reservations. */
    public static Fact reservation(int index) {
        return new Fact("platform", "reservation " + index);
    }

    /** Something of a host bridge: {@code buses}, {@code name}, {@code ioda}, {@code preserveConfig}. */
    public static Fact host(int domain, int bus, String aspect) {
        return new Fact(String.format("host %04x:%02x", domain, bus), aspect);
    }

    /** Window {@code index} of a host bridge. */
    public static Fact hostWindow(int domain, int bus, int index) {
        return host(domain, bus, "window " + index);
    }

    /**
     * Something of a function: {@code present}, {@code ids}, {@code subsystem}, {@code class}, {@code msix}, {@code sriov},
     * {@code decode}, {@code iommuGroup}, {@code driver}, {@code kind}, {@code buses}, {@code hotplug}, {@code transparent}.
     */
    public static Fact function(PciAddress address, String aspect) {
        return Fact.of(address, aspect);
    }
}
