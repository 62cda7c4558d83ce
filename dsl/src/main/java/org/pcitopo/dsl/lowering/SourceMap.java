package org.pcitopo.dsl.lowering;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.topology.Fact;
import org.pcitopo.simulator.topology.Function;
import org.pcitopo.simulator.topology.HostBridge;

/**
 * The way from a topology back to its text. Functions are looked up by identity: the simulator hands back the very objects that
 * the topology consists of.
 */
public final class SourceMap {

    private final Map<Function, FunctionText> functions = new IdentityHashMap<>();
    private final Map<HostBridge, org.pcitopo.dsl.model.HostBridge> hostBridges = new IdentityHashMap<>();
    private final Map<Fact, Statement> facts = new HashMap<>();

    SourceMap() {
    }

    void put(Function function, FunctionText text) {
        functions.put(function, text);
    }

    void put(HostBridge hostBridge, org.pcitopo.dsl.model.HostBridge text) {
        hostBridges.put(hostBridge, text);
    }

    void put(Fact fact, Statement statement) {
        facts.put(fact, statement);
    }

    void putAll(SourceMap others) {
        functions.putAll(others.functions);
        hostBridges.putAll(others.hostBridges);
        facts.putAll(others.facts);
    }

    /** The text of a function of the topology; empty for one that a text does not name, such as a virtual function. */
    public Optional<FunctionText> of(Function function) {
        return Optional.ofNullable(functions.get(function));
    }

    /** The host bridge as written. */
    public Optional<org.pcitopo.dsl.model.HostBridge> of(HostBridge hostBridge) {
        return Optional.ofNullable(hostBridges.get(hostBridge));
    }

    /**
     * The statement behind a fact that is not a function's: see {@code FactNames} for {@code platform} and {@code host …} facts,
     * and {@code boot} facts.
     */
    public Optional<Statement> of(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** As {@link #of(Fact)}, the statement's place. */
    public Optional<TextRegion> region(Fact fact) {
        return of(fact).map(Regions::of);
    }
}
