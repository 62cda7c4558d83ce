package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.source.Anchor;
import org.pcitopo.dsl.source.Anchors;

/**
 * Lowers a model that is changed now and then: what was lowered before is taken again where none of the elements that it was made
 * from has changed.
 */
public final class LoweringMemo {

    private final HostBridgeMemo bridges = new HostBridgeMemo();
    private Map<Element, Unit> units = new IdentityHashMap<>();

    /**
     * What one boot, or a host that no boot is written for, came to.
     *
     * @param elements all that it was made from
     */
    private record Unit(List<LoweredBoot> boots, Set<Element> elements, List<PlacedProblem> problems) {
    }

    private record PlacedProblem(LoweringProblem.Kind kind, Anchor anchor, String message) {

        LoweringProblem problem() {
            return new LoweringProblem(kind, anchor.region(), message);
        }
    }

    /**
     * Lowers {@code file}.
     *
     * @param changed what has changed since the last time; the names in all else mean what they meant
     */
    public Lowered lower(PcitopoFile file, Changes changed) {
        bridges.forget(changed);
        Map<Element, Unit> before = units;
        units = new IdentityHashMap<>();
        Anchors anchors = new Anchors(file);
        List<LoweredBoot> boots = new ArrayList<>();
        Set<LoweringProblem> problems = new LinkedHashSet<>();
        for (Element element : subjects(file)) {
            Unit known = before.get(element);
            boolean same = known != null && Collections.disjoint(known.elements(), changed.elements());
            Unit unit = same ? known : lower(element, anchors);
            units.put(element, unit);
            boots.addAll(unit.boots());
            unit.problems().forEach(problem -> problems.add(problem.problem()));
        }
        bridges.retain(hostBridges(boots));
        return new Lowered(boots, List.copyOf(problems));
    }

    /** The boots, then the hosts that no boot is written for. */
    private static List<Element> subjects(PcitopoFile file) {
        List<Element> subjects = new ArrayList<>();
        Set<Host> booted = new HashSet<>();
        for (Element element : file.getElements()) {
            if (element instanceof Boot boot) {
                subjects.add(boot);
                Optional.ofNullable(boot.getHost()).ifPresent(booted::add);
            }
        }
        file.getElements().stream().filter(element -> element instanceof Host host && !booted.contains(host)).forEach(subjects::add);
        return subjects;
    }

    private static Set<HostBridge> hostBridges(List<LoweredBoot> boots) {
        Set<Host> hosts = Collections.newSetFromMap(new IdentityHashMap<>());
        boots.forEach(boot -> hosts.add(boot.host()));
        Set<HostBridge> hostBridges = Collections.newSetFromMap(new IdentityHashMap<>());
        hosts.forEach(host -> hostBridges.addAll(HostVariant.asWritten(host).hostBridges()));
        return hostBridges;
    }

    private Unit lower(Element subject, Anchors anchors) {
        Problems problems = new Problems();
        List<LoweredBoot> boots = subject instanceof Boot boot ? BootLowering.lower(boot, bridges, problems)
                : BootLowering.lowerDefault((Host) subject, bridges, problems);
        Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());
        elements.addAll(subject instanceof Boot boot ? Ingredients.of(boot) : Ingredients.of((Host) subject));
        return new Unit(boots, elements, problems.found().stream()
                .map(problem -> new PlacedProblem(problem.kind(), anchors.of(problem.region()), problem.message())).toList());
    }
}
