package org.pcitopo.simulator.trace;

import java.util.List;

/**
 * What happened, in order.
 *
 * @param events oldest first
 */
public record Trace(List<TraceEvent> events) {

    public Trace {
        events = List.copyOf(events);
    }
}
