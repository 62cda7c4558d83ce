package org.pcitopo.draw;

import java.util.List;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.HostWindow;

/**
 * One window of a host bridge, laid out.
 *
 * @param host whose
 * @param index its place in firmware's order
 * @param window the window
 * @param axis where its addresses stand
 * @param boxes what is in it, by lane, then by address
 * @param lanes how many lanes there are
 */
record Strip(HostBridge host, int index, HostWindow window, Axis axis, List<Box> boxes, int lanes) {

    Strip {
        boxes = List.copyOf(boxes);
    }
}
