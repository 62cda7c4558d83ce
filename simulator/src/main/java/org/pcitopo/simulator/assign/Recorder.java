package org.pcitopo.simulator.assign;

import java.util.ArrayList;
import java.util.List;
import org.pcitopo.simulator.trace.Trace;
import org.pcitopo.simulator.trace.TraceEvent;

/** Collects what happens. */
final class Recorder {

    private final List<TraceEvent> events = new ArrayList<>();

    void add(TraceEvent event) {
        events.add(event);
    }

    Trace trace() {
        return new Trace(events);
    }
}
