package org.pcitopo.simulator.assign;

import java.util.List;
import org.pcitopo.simulator.trace.Trace;

/**
 * What the kernel made of a topology.
 *
 * @param functions every function with its address, in scan order
 * @param resources every BAR, ROM, VF BAR and bridge window, by function in scan order, then by index
 * @param windows every host window and every open bridge window with what is used and free
 * @param trace what happened, in order
 */
public record Assignment(List<EnumeratedFunction> functions, List<AssignedResource> resources, List<WindowUse> windows,
        Trace trace) {

    public Assignment {
        functions = List.copyOf(functions);
        resources = List.copyOf(resources);
        windows = List.copyOf(windows);
    }
}
