package org.pcitopo.simulator.cmdline;

import java.util.OptionalInt;

/**
 * The alignment that is asked for one function.
 *
 * @param alignment bytes, never 0; a power of two except for 32-bit order 31, which sign-extends to 0xffffffff80000000
 * @param resize whether BARs grow to it (else only their start is aligned)
 * @param entry index of the entry that matched, empty where the architecture's default applies
 */
public record AlignmentRequest(long alignment, boolean resize, OptionalInt entry) {
}
