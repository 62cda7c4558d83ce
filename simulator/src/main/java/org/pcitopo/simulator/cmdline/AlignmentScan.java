package org.pcitopo.simulator.cmdline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the kernel went through the list for one function.
 *
 * @param request what is asked for the function; empty also where a matching entry asks for 0 bytes
 * @param matched index of the entry that matched
 * @param failedAt index of the entry that could not be read and ended the list for this function
 * @param rejectedOrders indexes of the entries whose order was above 63, in the order in which the kernel reports them
 * @param ignored whether the whole list was ignored since firmware's assignment has to be kept
 */
public record AlignmentScan(Optional<AlignmentRequest> request, OptionalInt matched, OptionalInt failedAt,
        List<Integer> rejectedOrders, boolean ignored) {

    public AlignmentScan {
        rejectedOrders = List.copyOf(rejectedOrders);
    }
}
