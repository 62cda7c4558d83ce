package org.pcitopo.dsl.lowering;

import java.util.OptionalInt;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.ModelPackage;

/**
 * The buses of a host bridge.
 *
 * @param domain PCI domain
 * @param firstBus root bus
 * @param lastBus last bus, 0xff where not written
 */
record RootBus(int domain, int firstBus, int lastBus) {

    static RootBus of(HostBridge hostBridge, Problems problems) {
        String[] parts = hostBridge.getAddress().split(":");
        long domain = Long.parseLong(parts[0], 16);
        int root = Integer.parseInt(parts[1], 16);
        if (domain > Integer.MAX_VALUE) {
            problems.add(LoweringProblem.Kind.IMPOSSIBLE_BUS, hostBridge, ModelPackage.Literals.HOST_BRIDGE__ADDRESS,
                    parts[0] + " is no PCI domain: domains end at 7fffffff");
        }
        OptionalInt last = OptionalInt.empty();
        if (hostBridge.getBuses() != null) {
            String text = hostBridge.getBuses().getText();
            OptionalInt first = Literals.bus(text.substring(0, 2));
            last = Literals.bus(text.substring(text.length() - 2));
            if (first.orElse(root) != root || last.orElse(root) < root) {
                problems.add(LoweringProblem.Kind.IMPOSSIBLE_BUS, hostBridge, ModelPackage.Literals.HOST_BRIDGE__BUSES,
                        "the buses of this host bridge have to begin at its root bus " + Literals.busText(root));
                last = OptionalInt.empty();
            }
        }
        return new RootBus((int) Math.min(domain, Integer.MAX_VALUE), root, last.orElse(0xff));
    }
}
