package org.pcitopo.simulator.cmdline;

import java.util.Optional;

/**
 * One entry of a {@code resource_alignment=} list, as one kernel reads it.
 *
 * @param index its place in the list, from 0
 * @param text the entry as it stands, without separators
 * @param order the order before {@code @}
 * @param device what names the function
 * @param suffix what follows the device: {@code :noresize} or text that the kernel stumbles over
 * @param selector what the kernel makes of the device
 * @param continues whether the kernel reads on behind it for a function that it does not match
 * @param reached whether the kernel gets here at all: no entry before it ends the list for every function that it does not
 *     match
 */
public record AlignmentEntry(int index, Token text, Optional<Order> order, Token device, Optional<Token> suffix,
        Selector selector, boolean continues, boolean reached) {

    /** The one suffix that anybody ever gave a meaning (behaviour specification 8.2). */
    static final String NORESIZE = ":noresize";

    /**
     * An order: the alignment is 2 to its power.
     *
     * @param token the digits as they stand
     * @param value what the kernel reads, 32 bits with sign
     */
    public record Order(Token token, int value) {
    }

    /** Whether {@code :noresize} is written behind the device. */
    public boolean hasNoresize() {
        return suffix.map(token -> token.text().equals(NORESIZE)).orElse(false);
    }
}
