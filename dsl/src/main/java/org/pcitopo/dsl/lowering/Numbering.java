package org.pcitopo.dsl.lowering;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.BusRange;
import org.pcitopo.dsl.model.Buses;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Secondary;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Subordinate;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * The address of every function below a host bridge: bus numbers as written, or, where a bridge has none, the next free one depth first.
 * A kernel may number unnumbered buses differently (hot-plug ports reserve some); this numbering serves to understand addresses
 * that are written elsewhere in the text.
 */
final class Numbering {

    private final Map<Function, PciAddress> addresses = new IdentityHashMap<>();
    private final Map<Bridge, OptionalInt> secondaries = new IdentityHashMap<>();
    private final Map<Bridge, OptionalInt> subordinates = new IdentityHashMap<>();
    private final HostVariant variant;
    private final Problems problems;
    private int highestBus;

    private Numbering(HostVariant variant, Problems problems) {
        this.variant = variant;
        this.problems = problems;
    }

    /** Numbers what is below each host bridge of {@code variant}. */
    static List<Numbering> of(HostVariant variant, Problems problems) {
        return variant.hostBridges().stream().map(hostBridge -> of(variant, hostBridge, problems)).toList();
    }

    static Numbering of(HostVariant variant, HostBridge hostBridge, Problems problems) {
        Numbering numbering = new Numbering(variant, problems);
        RootBus root = RootBus.of(hostBridge, problems);
        numbering.highestBus = root.firstBus();
        numbering.number(variant.functions(hostBridge), root.domain(), root.firstBus());
        return numbering;
    }

    /** Empty for a function that is not there or for which no bus number was left. */
    Optional<PciAddress> address(Function function) {
        return Optional.ofNullable(addresses.get(function));
    }

    /** All functions with their addresses. */
    Map<Function, PciAddress> addresses() {
        return addresses;
    }

    /** The secondary bus as written, or as the addresses of functions below tell. */
    OptionalInt secondary(Bridge bridge) {
        return secondaries.getOrDefault(bridge, OptionalInt.empty());
    }

    /** The subordinate bus as written. */
    OptionalInt subordinate(Bridge bridge) {
        return subordinates.getOrDefault(bridge, OptionalInt.empty());
    }

    private void number(List<Function> functions, int domain, int bus) {
        for (Function function : functions) {
            WrittenAddress written = WrittenAddress.of(function);
            PciAddress address = new PciAddress(domain, bus, written.device(), written.function());
            addresses.put(function, address);
            if (written.bus().orElse(bus) != bus || written.domain().orElse(domain) != domain) {
                problems.add(LoweringProblem.Kind.ADDRESS_CONTRADICTS_PLACE, function, ModelPackage.Literals.FUNCTION__ADDRESS,
                        function.getAddress() + " stands where " + address + " belongs: the bridge above leads to bus "
                                + String.format(Locale.ROOT, "%04x:%02x", domain, bus));
            }
            if (function instanceof Bridge bridge) {
                numberBelow(bridge, domain);
            }
        }
    }

    private void numberBelow(Bridge bridge, int domain) {
        List<Function> below = variant.functions(bridge);
        OptionalInt subordinate = writtenSubordinate(bridge);
        OptionalInt written = writtenSecondary(bridge, below);
        subordinates.put(bridge, subordinate);
        secondaries.put(bridge, written);
        int secondary = written.orElse(highestBus + 1);
        if (secondary > 0xff) {
            problems.add(LoweringProblem.Kind.IMPOSSIBLE_BUS, bridge, ModelPackage.Literals.FUNCTION__ADDRESS,
                    "no bus number is left for the bus below this bridge");
            return;
        }
        highestBus = Math.max(highestBus, secondary);
        number(below, domain, secondary);
        highestBus = Math.max(highestBus, subordinate.orElse(0));
    }

    private static OptionalInt writtenSecondary(Bridge bridge, List<Function> below) {
        OptionalInt inHead = busRange(bridge.getBuses(), true);
        for (Statement member : bridge.getMembers()) {
            if (member instanceof Secondary secondary) {
                return Literals.bus(secondary.getBus());
            }
            if (member instanceof Buses buses) {
                return busRange(buses.getRange(), true);
            }
        }
        return inHead.isPresent() ? inHead
                : below.stream().map(function -> WrittenAddress.of(function).bus()).filter(OptionalInt::isPresent).findFirst()
                        .orElse(OptionalInt.empty());
    }

    private static OptionalInt writtenSubordinate(Bridge bridge) {
        for (Statement member : bridge.getMembers()) {
            if (member instanceof Subordinate subordinate) {
                return Literals.bus(subordinate.getBus());
            }
            if (member instanceof Buses buses) {
                return busRange(buses.getRange(), false);
            }
        }
        return busRange(bridge.getBuses(), false);
    }

    private static OptionalInt busRange(BusRange range, boolean first) {
        if (range == null) {
            return OptionalInt.empty();
        }
        String text = range.getText();
        return Literals.bus(first ? text.substring(0, 2) : text.substring(text.length() - 2));
    }
}
