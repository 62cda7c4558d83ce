package org.pcitopo.conformance.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.capture.RecordedOutcome;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.capture.replay.Difference;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.conformance.machine.Counterpart;
import org.pcitopo.conformance.prove.ProvenResource.Verdict;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping;

/** Leads every resource of a person's topology to the one that stood for it in QEMU, and to what is known of that one. */
final class ResourceProof {

    private final Simulation wanted;
    private final RecordedOutcome recorded;
    private final Addresses wantedAddresses;
    private final Addresses builtAddresses;
    private final Map<ResourceKey, AssignedResource> built = new HashMap<>();
    private final Set<ResourceKey> memoryBars = new HashSet<>();
    private final Set<ResourceKey> misplaced = new HashSet<>();
    private final Set<ResourceKey> otherwiseMapped = new HashSet<>();
    private final Set<String> notComparable = new HashSet<>();

    ResourceProof(Simulation wanted, Simulation stoodIn, RecordedOutcome recorded, ReplayResult comparison) {
        this.wanted = wanted;
        this.recorded = recorded;
        this.wantedAddresses = Addresses.ofWanted(wanted);
        this.builtAddresses = Addresses.ofBuilt(stoodIn);
        stoodIn.assignment().resources().forEach(resource -> built.put(resource.key(), resource));
        for (Mapping mapping : stoodIn.mappings()) {
            memoryBars.add(new ResourceKey(mapping.function(), ResourceName.bar(mapping.bar())));
        }
        for (Difference difference : comparison.differences()) {
            (difference.kind() == Difference.Kind.RESOURCE ? misplaced : otherwiseMapped).add(difference.resource());
        }
        comparison.notComparable().forEach(left -> notComparable.add(left.what()));
    }

    List<ProvenResource> of(List<Counterpart> counterparts) {
        Map<PciAddress, Counterpart> byAddress = new HashMap<>();
        for (Counterpart counterpart : counterparts) {
            wantedAddresses.of(counterpart.wanted()).ifPresent(address -> byAddress.put(address, counterpart));
        }
        List<ProvenResource> resources = new ArrayList<>();
        for (AssignedResource resource : wanted.assignment().resources()) {
            resources.add(proven(resource, Optional.ofNullable(byAddress.get(resource.key().function()))));
        }
        return resources;
    }

    private ProvenResource proven(AssignedResource resource, Optional<Counterpart> counterpart) {
        String name = counterpart.map(found -> found.function().name()).orElse("");
        Optional<AssignedResource> standIn = counterpart.flatMap(found -> standIn(resource.key().name(), found));
        if (standIn.isEmpty()) {
            return new ProvenResource(resource, name, counterpart.map(Counterpart::model).orElse(""), standIn, false,
                    Optional.empty(), Verdict.NOTHING_STOOD, Verdict.NONE);
        }
        ResourceKey key = standIn.get().key();
        boolean exact = key.name().isWindow()
                || standIn.get().type() == resource.type() && standIn.get().hardwareSize() == resource.hardwareSize();
        Optional<AddressRange> place = Optional.ofNullable(recorded.resources().get(key)).flatMap(Answer.Outcome::range);
        return new ProvenResource(resource, name, counterpart.get().model(), standIn, exact, place, place(key), mapping(key));
    }

    private Optional<AssignedResource> standIn(ResourceName name, Counterpart counterpart) {
        Optional<ResourceName> own = name.isBar() && !counterpart.bars().isEmpty()
                ? Optional.ofNullable(counterpart.bars().get(name.register())).map(ResourceName::bar) : Optional.of(name);
        return own.flatMap(found -> counterpart.built().flatMap(builtAddresses::of)
                .map(address -> built.get(new ResourceKey(address, found))));
    }

    private Verdict place(ResourceKey key) {
        return misplaced.contains(key) ? Verdict.DIFFERENT
                : notComparable.contains(key.toString()) ? Verdict.NOT_COMPARABLE : Verdict.EQUAL;
    }

    private Verdict mapping(ResourceKey key) {
        boolean asked = !recorded.regions().isEmpty() || !recorded.unavailable().isEmpty();
        if (!asked || !memoryBars.contains(key)) {
            return Verdict.NONE;
        }
        return otherwiseMapped.contains(key) ? Verdict.DIFFERENT
                : notComparable.contains(key + " mapping") ? Verdict.NOT_COMPARABLE : Verdict.EQUAL;
    }
}
