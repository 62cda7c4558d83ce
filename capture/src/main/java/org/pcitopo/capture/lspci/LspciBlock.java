package org.pcitopo.capture.lspci;

import java.util.List;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * What {@code lspci} says of one function.
 *
 * @param function its address
 * @param title the rest of the first line
 * @param lines the lines below, without quoting and blanks in front, wrapped ones joined
 */
record LspciBlock(PciAddress function, SourceLine title, List<SourceLine> lines) {

    LspciBlock {
        lines = List.copyOf(lines);
    }
}
