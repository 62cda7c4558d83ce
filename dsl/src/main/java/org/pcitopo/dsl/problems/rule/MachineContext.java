package org.pcitopo.dsl.problems.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.lowering.SourceMap;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.topology.Topology;

/**
 * A machine as some boots find it. Rules look at it once for all boots that find the same, so nothing of a boot can be asked of it but
 * the machine: see {@link #isSame}.
 */
public final class MachineContext {

    private final LoweredBoot lowered;
    private List<Function> functions = List.of();

    /** @param lowered one of the boots that find it so */
    public MachineContext(LoweredBoot lowered) {
        this.lowered = lowered;
    }

    /** Whether rules find the same in the machines of both boots: those are made from the very same parts of the text. */
    public static boolean isSame(LoweredBoot one, LoweredBoot other) {
        List<HostBridge> some = one.topology().hostBridges();
        List<HostBridge> others = other.topology().hostBridges();
        boolean same = one.host() == other.host() && some.size() == others.size()
                && one.topology().platform().equals(other.topology().platform())
                && one.topology().reservations().equals(other.topology().reservations());
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i) == others.get(i);
        }
        return same;
    }

    public Topology topology() {
        return lowered.topology();
    }

    /** The way back to the text of host bridges and functions. */
    public SourceMap sources() {
        return lowered.sources();
    }

    /** Every function, bridges before what is below them. */
    public List<Function> functions() {
        if (functions.isEmpty()) {
            List<Function> found = new ArrayList<>();
            topology().hostBridges().forEach(host -> collect(host.functions(), found));
            functions = List.copyOf(found);
        }
        return functions;
    }

    /** Calls {@code visitor} for every list of functions that share a bus, with the bridge above it. */
    public void forEachBus(BiConsumer<Optional<Function>, List<Function>> visitor) {
        topology().hostBridges().forEach(host -> visitor.accept(Optional.empty(), host.functions()));
        functions().forEach(function -> function.bridge()
                .ifPresent(bridge -> visitor.accept(Optional.of(function), bridge.functions())));
    }

    private static void collect(List<Function> from, List<Function> to) {
        for (Function function : from) {
            to.add(function);
            function.bridge().ifPresent(bridge -> collect(bridge.functions(), to));
        }
    }

    /** Where a function stands. */
    public TextRegion region(Function function) {
        return sources().of(function).map(text -> text.region()).orElseGet(this::hostRegion);
    }

    /** Where the last word on a resource stands: in the function or in its device type. */
    public TextRegion region(Function function, ResourceName resource) {
        return sources().of(function).flatMap(text -> text.statement(resource)).map(Regions::of)
                .orElseGet(() -> region(function));
    }

    /**
     * The statement of {@code type} that has the last word on {@code function}: its own, else that of its type, else that of what
     * its type extends.
     */
    public <T extends Statement> Optional<T> statement(Function function, Class<T> type) {
        return sources().of(function).flatMap(text -> last(text.function(), type));
    }

    private static <T extends Statement> Optional<T> last(org.pcitopo.dsl.model.Function function, Class<T> type) {
        List<Statement> statements = new ArrayList<>();
        Set<DeviceType> seen = new HashSet<>();
        DeviceType next = function.getType();
        while (next != null && seen.add(next)) {
            statements.addAll(0, next.getMembers());
            next = next.getBase();
        }
        statements.addAll(function.getAttributes());
        statements.addAll(function.getMembers());
        return statements.stream().filter(type::isInstance).map(type::cast).reduce((first, second) -> second);
    }

    /** Where a host bridge stands. */
    public TextRegion region(HostBridge host) {
        return sources().of(host).map(text -> Regions.of(text, ModelPackage.Literals.HOST_BRIDGE__ADDRESS))
                .orElseGet(this::hostRegion);
    }

    /** Where a window of a host bridge stands. */
    public TextRegion region(HostBridge host, int window) {
        Fact fact = FactNames.hostWindow(host.domain(), host.firstBus(), window);
        return sources().region(fact).orElseGet(() -> region(host));
    }

    /** The host's name. */
    public TextRegion hostRegion() {
        return Regions.of(lowered.host(), ModelPackage.Literals.ELEMENT__NAME);
    }
}
