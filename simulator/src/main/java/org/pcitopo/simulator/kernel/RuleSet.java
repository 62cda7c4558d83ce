package org.pcitopo.simulator.kernel;

import java.util.Optional;

/** Whose rules a boot follows. */
public enum RuleSet {
    /** Released kernels. */
    MAINLINE("mainline"),
    /** The 2016 series "vfio-pci: Allow to mmap sub-page MMIO BARs and MSI-X table", version 4, on a 4.4-era kernel. */
    VFIO_MMAP_V4("vfio-mmap-v4");

    private final String id;

    RuleSet(String id) {
        this.id = id;
    }

    /** As the language and the published JSON write it. */
    public String id() {
        return id;
    }

    /** The inverse of {@link #id}. */
    public static Optional<RuleSet> parse(String text) {
        for (RuleSet candidate : values()) {
            if (candidate.id.equals(text)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
