package org.pcitopo.simulator.advise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.cmdline.PciOption;
import org.pcitopo.simulator.cmdline.PciOptions;
import org.pcitopo.simulator.kernel.Behaviour;
import org.pcitopo.simulator.topology.Unsigned;

/**
 * The variants that are tried, the plainest first.
 *
 * @param variants without repetition
 */
record SearchSpace(List<Variant> variants) {

    /** The highest order that anybody is known to have used. */
    static final int HIGHEST_ORDER = 24;

    /** With more entries than this not every choice of those that stay is tried. */
    private static final int MOST_ENTRIES = 4;

    SearchSpace {
        variants = List.copyOf(variants);
    }

    /**
     * All variants.
     *
     * @param boots as they are
     * @param options their command line
     * @param reserves what replaces the options that reserve space for hot-plugging; empty for nothing
     * @param highestOrder the highest order that is tried
     */
    static SearchSpace of(List<Simulation> boots, PciOptions options, List<String> reserves, int highestOrder) {
        int entries = options.alignmentRequests().entries().size();
        boolean series = boots.stream().map(Simulation::boot).map(Boot::rules)
                .allMatch(rules -> rules.has(Behaviour.NORESIZE_AND_WILDCARDS));
        int page = boots.stream().mapToInt(one -> Unsigned.log2(one.boot().pageSize())).min().orElseThrow();
        boolean onePage = boots.stream().map(one -> one.boot().pageSize()).distinct().count() == 1;
        List<Integer> orders = IntStream.concat(IntStream.of(0), IntStream.rangeClosed(onePage ? page + 1 : page, highestOrder))
                .boxed().toList();
        boolean hasSriov = boots.get(0).assignment().functions().stream()
                .anyMatch(function -> function.description().sriov().isPresent());
        List<Variant> variants = new ArrayList<>();
        for (int order : orders) {
            for (OptionChange change : changes(options, reserves, hasSriov)) {
                for (List<Integer> kept : kept(entries)) {
                    if (series) {
                        variants.add(new Variant(kept, change, order, true));
                    }
                    variants.add(new Variant(kept, change, order, false));
                }
            }
        }
        return new SearchSpace(variants);
    }

    /** The choices of entries that stay: all first. */
    private static List<List<Integer>> kept(int entries) {
        List<Integer> all = IntStream.range(0, entries).boxed().toList();
        if (entries <= MOST_ENTRIES) {
            return IntStream.range(0, 1 << entries).mapToObj(bits -> all.stream().filter(at -> (bits >> at & 1) == 0).toList())
                    .toList();
        }
        Stream<List<Integer>> withoutOne = all.stream().map(out -> all.stream().filter(at -> !at.equals(out)).toList());
        return Stream.concat(Stream.concat(Stream.of(all), withoutOne), Stream.of(List.<Integer>of())).toList();
    }

    private static List<OptionChange> changes(PciOptions options, List<String> reserves, boolean hasSriov) {
        Set<String> present = new LinkedHashSet<>();
        options.pieces().forEach(piece -> piece.option().map(PciOption::name).ifPresent(present::add));
        boolean hasReserves = present.stream().anyMatch(OptionChange.RESERVES::contains);
        boolean hasRealloc = present.stream().anyMatch(OptionChange.REALLOC::contains);
        List<OptionChange> ofReserves = new ArrayList<>(List.of(OptionChange.NONE));
        if (hasReserves) {
            ofReserves.add(new OptionChange(OptionChange.RESERVES, List.of()));
        }
        if (!reserves.isEmpty()) {
            ofReserves.add(new OptionChange(OptionChange.RESERVES, reserves));
        }
        List<OptionChange> ofRealloc = new ArrayList<>(List.of(OptionChange.NONE));
        if (hasRealloc) {
            ofRealloc.add(new OptionChange(OptionChange.REALLOC, List.of()));
        }
        if (options.realloc() != PciOptions.Realloc.ON) {
            ofRealloc.add(new OptionChange(OptionChange.REALLOC, List.of("realloc")));
        }
        // Without virtual functions nobody reallocates unasked, and there is nothing to switch off.
        if (hasSriov && options.realloc() != PciOptions.Realloc.OFF) {
            ofRealloc.add(new OptionChange(OptionChange.REALLOC, List.of("realloc=off")));
        }
        List<OptionChange> changes = new ArrayList<>();
        for (OptionChange one : ofReserves) {
            for (OptionChange other : ofRealloc) {
                Set<String> dropped = new LinkedHashSet<>(one.dropped());
                dropped.addAll(other.dropped());
                changes.add(new OptionChange(dropped, Stream.concat(other.added().stream(), one.added().stream()).toList()));
            }
        }
        return changes;
    }
}
