package org.pcitopo.capture.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pcitopo.capture.RecordedOutcome;
import org.pcitopo.capture.facts.Answer;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping;

/** Compares what vfio-pci said of every BAR: the mmap flag, the sparse areas, and the MSIX_MAPPABLE capability. */
final class MappingComparison {

    private static final int LAST_BAR = 5;

    private final RecordedOutcome recorded;
    private final List<Map<ResourceKey, Mapping>> simulated = new ArrayList<>();
    private final Map<ResourceKey, Answer.VfioRegion> regions = new HashMap<>();
    private final Map<PciAddress, String> unavailable = new HashMap<>();
    private final String releases;
    private final Unknowns unknowns;
    private final Ledger ledger = new Ledger();

    /**
     * @param simulations one for each release that may have been it
     * @param releases those releases, as text
     * @param unknowns what the simulations had to do without
     */
    MappingComparison(RecordedOutcome recorded, List<Simulation> simulations, String releases, Unknowns unknowns) {
        this.unknowns = unknowns;
        this.recorded = recorded;
        this.releases = releases;
        for (Simulation simulation : simulations) {
            Map<ResourceKey, Mapping> mappings = new HashMap<>();
            simulation.mappings().forEach(mapping -> mappings.put(key(mapping.function(), mapping.bar()), mapping));
            simulated.add(mappings);
        }
        for (Answer.VfioRegion region : recorded.regions()) {
            if (region.index() <= LAST_BAR && !region.allOpen()) {
                regions.putIfAbsent(key(region.function(), region.index()), region);
            }
        }
        recorded.unavailable().forEach(missing -> unavailable.putIfAbsent(missing.function(), missing.why()));
    }

    private static ResourceKey key(PciAddress function, int bar) {
        return new ResourceKey(function, ResourceName.bar(bar));
    }

    /** Nothing is compared, and nothing left out, where vfio was not asked at all. */
    Ledger compare() {
        if (recorded.regions().isEmpty() && recorded.unavailable().isEmpty()) {
            return ledger;
        }
        Set<ResourceKey> keys = new TreeSet<>(simulated.get(0).keySet());
        regions.forEach((key, region) -> {
            if (region.size() != 0 || region.mappable()) {
                keys.add(key);
            }
        });
        keys.forEach(this::compare);
        return ledger;
    }

    private void compare(ResourceKey key) {
        Answer.VfioRegion region = regions.get(key);
        Optional<Mapping> prediction = Optional.ofNullable(simulated.get(0).get(key));
        if (region == null) {
            String why = unavailable.getOrDefault(key.function(), "vfio-pci was not asked for it");
            ledger.leaveOut(key + " mapping", why);
        } else if (prediction.isEmpty()) {
            ledger.leaveOut(key + " mapping", "no source tells the BAR's type and size");
        } else if (unknowns.why(key.function()).isPresent()) {
            ledger.leaveOut(key + " mapping", unknowns.why(key.function()).get());
        } else if (!allAgree(key)) {
            ledger.leaveOut(key + " mapping", "release unknown: " + releases + " do not agree on it");
        } else if (same(prediction.get(), region)) {
            ledger.equal();
        } else {
            ledger.different(new Difference(key, Difference.Kind.MAPPING, text(prediction.get()), text(region),
                    region.origin()));
        }
    }

    private boolean allAgree(ResourceKey key) {
        String first = text(simulated.get(0).get(key));
        return simulated.stream().allMatch(mappings -> mappings.containsKey(key) && text(mappings.get(key)).equals(first));
    }

    private static boolean same(Mapping prediction, Answer.VfioRegion region) {
        boolean mappable = isMappable(prediction);
        if (mappable != region.mappable()) {
            return false;
        }
        boolean msix = region.msixMappable().map(recorded -> recorded == prediction.msixMappable()).orElse(true);
        return msix && (!mappable || areas(prediction, region.size()).equals(region.areas()));
    }

    private static boolean isMappable(Mapping mapping) {
        return mapping.verdict() == Mapping.Verdict.MAPPED || mapping.verdict() == Mapping.Verdict.PARTLY_MAPPED;
    }

    /** vfio lists areas only where they are not the whole region. */
    private static List<Answer.Area> areas(Mapping prediction, long size) {
        List<Answer.Area> areas = prediction.areas().stream()
                .map(area -> new Answer.Area(area.offset(), area.size())).toList();
        boolean whole = areas.size() == 1 && areas.get(0).offset() == 0
                && Long.compareUnsigned(areas.get(0).size(), size) >= 0;
        return whole ? List.of() : areas;
    }

    private static String text(Mapping mapping) {
        return mapping.verdict().id() + mapping.reason().map(reason -> " (" + reason.id() + ")").orElse("")
                + (mapping.msixMappable() ? ", MSI-X mappable" : "");
    }

    private static String text(Answer.VfioRegion region) {
        String areas = region.areas().isEmpty() ? "" : " in " + region.areas().size() + " areas";
        return (region.mappable() ? "mmap" + areas : "no mmap")
                + (region.msixMappable().orElse(false) ? ", MSI-X mappable" : "");
    }
}
