package org.pcitopo.capture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pcitopo.capture.facts.Sourced;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.Bridge;
import org.pcitopo.simulator.topology.BridgeKind;
import org.pcitopo.simulator.topology.BridgeWindow;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.Origin;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.ResourceType;

/** Builds the bridge side of a function: kind, buses, hotplug, and which windows it implements. */
final class BridgeBuilder {

    private static final String IO_ASSUMED = "no source shows this window; most bridges have one";
    private static final String HOTPLUG_ASSUMED = "a bridge is a hotplug port only where something names it";

    private final Notes notes;
    private final PrefetchableWindows prefetchable;

    BridgeBuilder(Notes notes, PrefetchableWindows prefetchable) {
        this.notes = notes;
        this.prefetchable = prefetchable;
    }

    /**
     * @param draft the function
     * @param buses the buses below
     * @param kind what sort of bridge
     * @param functions what is below
     */
    Bridge build(FunctionDraft draft, Sourced<FunctionDraft.Buses> buses, BridgeKind kind, List<Function> functions) {
        notes.take(FactNames.function(draft.address, "buses"), buses);
        boolean hotplug = hotplug(draft);
        boolean transparent = notes.takeFirst(FactNames.function(draft.address, "transparent"), draft.transparent).orElse(false);
        boolean cardBus = kind == BridgeKind.CARDBUS;
        return new Bridge(kind, OptionalInt.of(buses.value().secondary()), OptionalInt.of(buses.value().subordinate()), hotplug,
                transparent,
                cardBus ? Optional.empty() : window(draft, ResourceName.IO_WINDOW, new PrefetchableWindows.Usual(ResourceType.IO, IO_ASSUMED)),
                cardBus ? Optional.empty() : window(draft, ResourceName.MEM_WINDOW, new PrefetchableWindows.Usual(ResourceType.MEM32, "")),
                cardBus ? Optional.empty() : window(draft, ResourceName.PREF_WINDOW, prefetchable.usual(draft)), functions);
    }

    private boolean hotplug(FunctionDraft draft) {
        Fact fact = FactNames.function(draft.address, "hotplug");
        return notes.takeFirst(fact, draft.hotplug).orElseGet(() -> {
            notes.assumed(fact, HOTPLUG_ASSUMED);
            notes.assume("hotplug", "no", HOTPLUG_ASSUMED);
            return false;
        });
    }

    private Optional<BridgeWindow> window(FunctionDraft draft, ResourceName name, PrefetchableWindows.Usual assumed) {
        ResourceType usual = assumed.type();
        Fact fact = Fact.of(new ResourceKey(draft.address, name));
        Optional<Sourced<FunctionDraft.Window>> firmware =
                Optional.ofNullable(draft.firmwareWindows.get(name)).flatMap(Candidates::first);
        Optional<Sourced<Optional<ResourceType>>> told =
                Optional.ofNullable(draft.windowTypes.get(name)).flatMap(Candidates::first);
        if (firmware.isEmpty() && told.isPresent() && told.get().value().isEmpty()) {
            notes.take(fact, told.get());
            return Optional.empty();
        }
        if (firmware.isEmpty() && told.isEmpty() && name != ResourceName.MEM_WINDOW) {
            notes.assumed(fact, assumed.why());
            notes.assume(name + "s", usual.isIo() ? "present" : usual.is64Bit() ? "64-bit" : "32-bit", assumed.why());
            return Optional.of(BridgeWindow.closed(usual));
        }
        firmware.ifPresent(found -> notes.take(fact, found));
        if (firmware.isEmpty()) {
            told.ifPresent(found -> notes.take(fact, found));
        }
        ResourceType type = name == ResourceName.PREF_WINDOW
                ? told.flatMap(Sourced::value).or(() -> firmware.map(found -> found.value().type())).orElse(usual) : usual;
        Optional<AddressRange> range = firmware.flatMap(found -> found.value().range());
        return Optional.of(new BridgeWindow(type, range));
    }

    /**
     * The kind, from what the log or configuration space says, else from the place in the tree.
     *
     */
    BridgeKind kind(FunctionDraft draft, Optional<BridgeKind> above) {
        Fact fact = FactNames.function(draft.address, "kind");
        if (draft.isCardBus()) {
            return BridgeKind.CARDBUS;
        }
        return notes.takeFirst(fact, draft.kind).orElseGet(() -> {
            boolean port = draft.driver.first().map(driver -> driver.value().equals("pcieport")).orElse(false);
            BridgeKind guess = above.map(kind -> below(kind, port)).orElse(port ? BridgeKind.ROOT_PORT : BridgeKind.PCI);
            notes.take(fact, new Sourced<>(guess, new Origin(Origin.Certainty.ASSUMED, "", 0, "from its place in the tree")));
            return guess;
        });
    }

    private static BridgeKind below(BridgeKind above, boolean port) {
        return switch (above) {
            case ROOT_PORT, DOWNSTREAM_PORT -> port ? BridgeKind.UPSTREAM_PORT : BridgeKind.PCIE_TO_PCI;
            case UPSTREAM_PORT -> BridgeKind.DOWNSTREAM_PORT;
            default -> BridgeKind.PCI;
        };
    }
}
