package org.pcitopo.dsl.ide.outcome;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.pcitopo.dsl.lowering.SourceMap;
import org.pcitopo.dsl.problems.finder.SimulatedBoot;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.FactNames;
import org.pcitopo.simulator.topology.HostBridge;
import org.pcitopo.simulator.topology.WindowId;

/**
 * From what is written to what became of it. A statement in a device type describes a resource of every function of the type, and
 * in each of them in every boot.
 */
public final class Outcomes {

    private final List<BootView> boots;
    private final Map<EObject, List<Seen.OfResource>> resources = new IdentityHashMap<>();
    private final Map<EObject, List<Seen.OfFunction>> functions = new IdentityHashMap<>();
    private final Map<EObject, List<Seen.OfWindow>> windows = new IdentityHashMap<>();

    private Outcomes(List<BootView> boots) {
        this.boots = boots;
        boots.forEach(this::file);
    }

    /** What {@code boots} come to. */
    public static Outcomes of(List<SimulatedBoot> boots) {
        return new Outcomes(boots.stream().map(BootView::new).toList());
    }

    /** Every boot that could be simulated, in the order written. */
    public List<BootView> boots() {
        return boots;
    }

    /** The boots that the text writes as {@code boot}: one for each kernel and page size. */
    public List<BootView> bootsOf(EObject boot) {
        return boots.stream().filter(view -> view.lowered().text().filter(text -> text == boot).isPresent()).toList();
    }

    /** The boots of a machine. */
    public List<BootView> bootsOfHost(EObject host) {
        return boots.stream().filter(view -> view.lowered().host() == host).toList();
    }

    /** The resources that have their last word from {@code statement}: a BAR, a ROM, a VF BAR, a bridge window. */
    public List<Seen.OfResource> resources(EObject statement) {
        return resources.getOrDefault(statement, List.of());
    }

    /** A function as written, in every boot that has it. */
    public List<Seen.OfFunction> functions(EObject function) {
        return functions.getOrDefault(function, List.of());
    }

    /** A window of a host bridge as written, in every boot. */
    public List<Seen.OfWindow> windows(EObject window) {
        return windows.getOrDefault(window, List.of());
    }

    private void file(BootView boot) {
        SourceMap sources = boot.lowered().sources();
        for (EnumeratedFunction function : boot.simulation().assignment().functions()) {
            sources.of(function.description()).ifPresent(text -> {
                add(functions, text.function(), new Seen.OfFunction(boot, function));
                text.registers().forEach((name, statement) ->
                        add(resources, statement, new Seen.OfResource(boot, function, name)));
            });
        }
        for (HostBridge host : boot.simulation().topology().hostBridges()) {
            for (int i = 0; i < host.windows().size(); i++) {
                WindowId id = new WindowId.OfHost(host.domain(), host.firstBus(), i);
                Optional<? extends EObject> text = sources.of(FactNames.hostWindow(host.domain(), host.firstBus(), i));
                text.ifPresent(statement -> boot.window(id).ifPresent(use -> add(windows, statement, new Seen.OfWindow(boot, use))));
            }
        }
    }

    private static <T> void add(Map<EObject, List<T>> map, EObject key, T value) {
        map.computeIfAbsent(key, unknown -> new ArrayList<>()).add(value);
    }
}
