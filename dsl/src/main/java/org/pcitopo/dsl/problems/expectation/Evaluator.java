package org.pcitopo.dsl.problems.expectation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.pcitopo.dsl.problems.expectation.Evaluation.Failure;
import org.pcitopo.dsl.problems.expectation.Expected.Claim;
import org.pcitopo.dsl.problems.expectation.Expected.Quantifier;
import org.pcitopo.dsl.problems.expectation.Expected.Resources;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping;
import org.pcitopo.simulator.vfio.Mapping.Reason;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** Compares expectations with what a boot comes to. */
public final class Evaluator {

    private final Simulation simulation;
    private final Set<PciAddress> passthrough;
    private final Map<ResourceKey, Subject> subjects = new LinkedHashMap<>();

    /** One resource and, for a BAR of an endpoint, what vfio-pci says of it. */
    private record Subject(ResourceKey key, Optional<AssignedResource> resource, Optional<Mapping> mapping) {

        Optional<AddressRange> range() {
            return resource.flatMap(AssignedResource::range);
        }
    }

    /** @param passthrough the functions that are handed to guests */
    public Evaluator(Simulation simulation, Set<PciAddress> passthrough) {
        this.simulation = simulation;
        this.passthrough = Set.copyOf(passthrough);
        Map<ResourceKey, Mapping> mappings = new HashMap<>();
        simulation.mappings().forEach(mapping -> mappings.put(BootContext.keyOf(mapping), mapping));
        for (AssignedResource resource : simulation.assignment().resources()) {
            subjects.put(resource.key(), new Subject(resource.key(), Optional.of(resource),
                    Optional.ofNullable(mappings.get(resource.key()))));
        }
        // Virtual functions have mappings, but no resources of their own.
        mappings.forEach((key, mapping) -> subjects.putIfAbsent(key,
                new Subject(key, Optional.empty(), Optional.of(mapping))));
    }

    /** What becomes of {@code expected}. */
    public Evaluation evaluate(Expected expected) {
        if (expected.claim() instanceof Claim.GroupAlone) {
            return groups(expected);
        }
        List<Subject> meant = subjects.values().stream().filter(subject -> isMeant(subject.key().function(), expected))
                .filter(subject -> isMeant(subject, expected)).toList();
        List<Failure> failures = new ArrayList<>();
        for (Subject subject : meant) {
            boolean holds = holds(subject, expected.claim()) && becauseHolds(subject, expected);
            if (holds == (expected.quantifier() == Quantifier.NO)) {
                failures.add(new Failure(subject.key().function(), Optional.of(subject.key().name()), actual(subject, expected)));
            }
        }
        return new Evaluation(meant.size(), failures);
    }

    private boolean isMeant(PciAddress function, Expected expected) {
        boolean named = expected.functions().map(set -> set.contains(function)).orElse(true);
        return named && (!expected.passthroughOnly() || passthrough.contains(function));
    }

    private static boolean isMeant(Subject subject, Expected expected) {
        ResourceName name = subject.key().name();
        if (expected.resources() instanceof Resources.Bars bars) {
            boolean mapping = expected.claim() instanceof Claim.State state && state.state().isMapping();
            boolean mappable = bars.index().isPresent() || !mapping || subject.mapping().isPresent() && !isIo(subject);
            return name.isBar() && is(bars.index(), name) && mappable;
        }
        if (expected.resources() instanceof Resources.VfBars bars) {
            return name.isVfBar() && is(bars.index(), name);
        }
        if (expected.resources() instanceof Resources.Windows windows) {
            return name.isWindow() && windows.name().map(wanted -> wanted == name).orElse(true);
        }
        return name == ResourceName.ROM;
    }

    private static boolean is(OptionalInt index, ResourceName name) {
        return index.isEmpty() || index.getAsInt() == name.register();
    }

    private static boolean isIo(Subject subject) {
        return subject.resource().map(resource -> resource.type().isIo()).orElse(false);
    }

    private static boolean holds(Subject subject, Claim claim) {
        if (claim instanceof Claim.State state) {
            return holds(subject, state.state());
        }
        if (claim instanceof Claim.At at) {
            return subject.range().map(range -> range.start() == at.address()).orElse(false);
        }
        if (claim instanceof Claim.Size size) {
            return subject.resource().map(resource -> resource.size() == size.bytes()).orElse(false);
        }
        return claim instanceof Claim.Equal equal && equal(subject, equal);
    }

    private static boolean equal(Subject subject, Claim.Equal equal) {
        Optional<AssignedResource> resource = subject.resource();
        boolean place = equal.range().isPresent() ? subject.range().equals(equal.range())
                : resource.map(found -> equal.size().isPresent() && found.size() == equal.size().getAsLong()).orElse(false);
        boolean flags = resource.map(AssignedResource::type).map(type -> type.isIo() == equal.io()
                && (!equal.is64Bit() || type.is64Bit()) && (!equal.prefetchable() || type.prefetchable())).orElse(false);
        return place && flags;
    }

    private static boolean holds(Subject subject, ExpectedState state) {
        Optional<Verdict> verdict = subject.mapping().map(Mapping::verdict);
        Optional<ResourceState> ended = subject.resource().map(AssignedResource::state);
        return switch (state) {
            case MAPPED -> verdict.equals(Optional.of(Verdict.MAPPED));
            case PARTLY_MAPPED -> verdict.equals(Optional.of(Verdict.PARTLY_MAPPED));
            case EMULATED -> verdict.equals(Optional.of(Verdict.EMULATED));
            case ASSIGNED -> subject.range().isPresent() || subject.resource().isEmpty();
            case UNASSIGNED -> ended.equals(Optional.of(ResourceState.UNASSIGNED));
            case CLAIMED -> ended.equals(Optional.of(ResourceState.CLAIMED));
            case MOVED -> subject.resource().map(AssignedResource::moved).orElse(false);
            case FIXED -> ended.equals(Optional.of(ResourceState.FIXED));
            case DISABLED -> ended.equals(Optional.of(ResourceState.DISABLED));
            case SHADOW -> ended.equals(Optional.of(ResourceState.SHADOW));
        };
    }

    private static boolean becauseHolds(Subject subject, Expected expected) {
        return expected.reason().map(reason -> subject.mapping().flatMap(Mapping::reason).map(Reason::id)
                .map(reason::equals).orElse(false)).orElse(true);
    }

    private static String actual(Subject subject, Expected expected) {
        if (expected.claim() instanceof Claim.State state && state.state().isMapping() || expected.reason().isPresent()) {
            return subject.mapping().map(Evaluator::verdict).orElse("is no BAR that vfio-pci could map");
        }
        String state = subject.resource().map(resource -> resource.state().id()).orElse("part of a VF BAR");
        String place = subject.range().map(range -> " at " + range).orElse("");
        String size = expected.claim() instanceof Claim.Size
                ? " with " + subject.resource().map(resource -> Quantities.size(resource.size())).orElse("no size of its own") : "";
        return "is " + state + place + size;
    }

    private static String verdict(Mapping mapping) {
        String word = mapping.verdict() == Verdict.NONE ? "not mapped" : mapping.verdict().id().replace('-', ' ');
        return "is " + word + mapping.reason().map(reason -> " because " + reason.id()).orElse("");
    }

    private Evaluation groups(Expected expected) {
        List<EnumeratedFunction> endpoints = simulation.assignment().functions().stream()
                .filter(function -> function.description().bridge().isEmpty()).toList();
        List<EnumeratedFunction> meant = endpoints.stream().filter(function -> isMeant(function.address(), expected)).toList();
        List<Failure> failures = new ArrayList<>();
        for (EnumeratedFunction function : meant) {
            OptionalInt group = function.description().iommuGroup();
            List<String> others = group.isEmpty() ? List.of() : endpoints.stream()
                    .filter(other -> other != function && other.description().iommuGroup().equals(group))
                    .map(other -> other.address().toString()).toList();
            boolean alone = group.isPresent() && others.isEmpty();
            if (alone == (expected.quantifier() == Quantifier.NO)) {
                failures.add(new Failure(function.address(), Optional.empty(), group.isEmpty() ? "has no IOMMU group in the text"
                        : alone ? "is alone in group " + group.getAsInt()
                                : "shares group " + group.getAsInt() + " with " + Quantities.list(others, 4)));
            }
        }
        return new Evaluation(meant.size(), failures);
    }
}
