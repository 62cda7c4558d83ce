package org.pcitopo.capture.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.RecordedOutcome;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.facts.RecordedState;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;

/** Compares where every resource ended. */
final class ResourceComparison {

    private static final String NO_PLACE = "no address";

    private final RecordedOutcome recorded;
    private final List<Map<ResourceKey, AssignedResource>> simulated = new ArrayList<>();
    private final Set<PciAddress> functions = new HashSet<>();
    private final Set<ResourceKey> changedLater = new HashSet<>();
    private final String releases;
    private final Unknowns unknowns;
    private final LogGaps gaps;
    private final Ledger ledger = new Ledger();

    /**
     * @param simulations one for each release that may have been it
     * @param releases those releases, as text
     * @param unknowns what the simulations had to do without
     * @param machine what was simulated
     */
    ResourceComparison(CapturedMachine machine, RecordedOutcome recorded, List<Simulation> simulations, String releases, Unknowns unknowns) {
        this.unknowns = unknowns;
        this.recorded = recorded;
        this.releases = releases;
        for (Simulation simulation : simulations) {
            Map<ResourceKey, AssignedResource> resources = new HashMap<>();
            simulation.assignment().resources().forEach(resource -> resources.put(resource.key(), resource));
            simulated.add(resources);
            simulation.assignment().functions().forEach(function -> functions.add(function.address()));
        }
        this.gaps = new LogGaps(machine, recorded, simulated.get(0));
        recorded.later().forEach(change -> changedLater.add(change.resource()));
    }

    Ledger compare() {
        Set<ResourceKey> keys = new TreeSet<>(recorded.resources().keySet());
        simulated.forEach(resources -> keys.addAll(resources.keySet()));
        keys.forEach(this::compare);
        return ledger;
    }

    private void compare(ResourceKey key) {
        Answer.Outcome outcome = recorded.resources().get(key);
        Optional<AssignedResource> prediction = Optional.ofNullable(simulated.get(0).get(key));
        if (outcome == null) {
            ledger.leaveOut(key.toString(), changedLater.contains(key)
                    ? "changed after the boot, and no source shows where the boot had put it"
                    : "no source shows where it ended");
        } else if (prediction.isEmpty()) {
            leaveOutUnknown(key, outcome);
        } else if (unknowns.why(key.function()).isPresent()) {
            ledger.leaveOut(key.toString(), unknowns.why(key.function()).get());
        } else if (gaps.why(prediction.get()).isPresent()) {
            ledger.leaveOut(key.toString(), gaps.why(prediction.get()).get());
        } else if (!allAgree(key)) {
            ledger.leaveOut(key.toString(), "release unknown: " + releases + " do not agree on it");
        } else if (same(prediction.get(), outcome)) {
            ledger.equal();
        } else {
            ledger.different(new Difference(key, Difference.Kind.RESOURCE, text(prediction.get()), text(outcome),
                    outcome.origin()));
        }
    }

    private void leaveOutUnknown(ResourceKey key, Answer.Outcome outcome) {
        if (outcome.range().isEmpty()) {
            return;
        }
        ledger.leaveOut(key.toString(), functions.contains(key.function())
                ? "recorded at " + outcome.range().get() + ", but the simulated function has none: no source tells its type and"
                        + " size, or the kernel hides it"
                : "recorded at " + outcome.range().get() + ", but the function is not part of the simulated machine");
    }

    private boolean allAgree(ResourceKey key) {
        Optional<AddressRange> first = place(simulated.get(0).get(key));
        return simulated.stream().allMatch(resources ->
                resources.containsKey(key) && place(resources.get(key)).equals(first));
    }

    /** A shadow ROM is no resource of the tree: it has no place of its own. */
    private static Optional<AddressRange> place(AssignedResource resource) {
        return resource.state() == ResourceState.SHADOW ? Optional.empty() : resource.range();
    }

    private static boolean same(AssignedResource prediction, Answer.Outcome outcome) {
        if (outcome.state() == RecordedState.SHADOW || prediction.state() == ResourceState.SHADOW) {
            return outcome.state() == RecordedState.SHADOW && prediction.state() == ResourceState.SHADOW;
        }
        return prediction.range().equals(outcome.range());
    }

    private static String text(AssignedResource prediction) {
        if (prediction.state() == ResourceState.SHADOW) {
            return "shadow";
        }
        return prediction.range().map(AddressRange::toString).orElse(NO_PLACE + " (" + prediction.state().id() + ")");
    }

    private static String text(Answer.Outcome outcome) {
        if (outcome.state() == RecordedState.SHADOW) {
            return "shadow";
        }
        return outcome.range().map(AddressRange::toString).orElse(NO_PLACE);
    }
}
