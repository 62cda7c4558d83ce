package org.pcitopo.simulator.advise;

import java.util.List;
import java.util.Set;

/**
 * What becomes of the options of {@code pci=} that govern bridge windows.
 *
 * @param dropped options that are taken away wherever they stand, as {@code PciOption} names them
 * @param added pieces that are written instead
 */
record OptionChange(Set<String> dropped, List<String> added) {

    /** Every option that reserves space for hot-plugging. */
    static final Set<String> RESERVES = Set.of("hpiosize=", "hpmmiosize=", "hpmmioprefsize=", "hpmemsize=");

    /** Both spellings of the option. */
    static final Set<String> REALLOC = Set.of("realloc", "realloc=");

    /** Everything stays. */
    static final OptionChange NONE = new OptionChange(Set.of(), List.of());

    OptionChange {
        dropped = Set.copyOf(dropped);
        added = List.copyOf(added);
    }
}
