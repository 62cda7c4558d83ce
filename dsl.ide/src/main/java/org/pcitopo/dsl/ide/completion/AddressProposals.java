package org.pcitopo.dsl.ide.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CompletionItemKind;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.finder.SimulatedBoot;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;

/**
 * Places in the windows of the bus that the cursor is on, where nothing is yet; and for an expectation the place that the resource has.
 * Both as far as the last simulation knows them.
 */
final class AddressProposals {

    private static final int MOST = 8;
    /** What people write most: a page of each size, and a bridge window. */
    private static final List<Long> SIZES = List.of(0x1000L, 0x10000L, 0x100000L);

    private final Snapshot snapshot;
    private final Context context;
    private final List<String> words;

    AddressProposals(Snapshot snapshot, Context context) {
        this.snapshot = snapshot;
        this.context = context;
        this.words = List.of(context.statement().replace("[", " ").strip().split(" +"));
    }

    /** Behind {@code at}. */
    List<Proposal> starts() {
        int expect = words.lastIndexOf("expect");
        if (expect >= 0 && context.block("boot").isPresent()) {
            return expected(words.subList(expect + 1, words.size() - 1)).keySet().stream()
                    .map(range -> proposal(Literals.addressText(range.start()), "where it is")).toList();
        }
        int at = words.lastIndexOf("size");
        long size = at < 0 || at + 1 >= words.size() ? SIZES.get(0) : Literals.size(words.get(at + 1).replace("]", "")).orElse(SIZES.get(0));
        boolean io = words.lastIndexOf("io") > words.lastIndexOf("mem");
        return free(io, List.of(size)).entrySet().stream().map(entry -> proposal(Literals.addressText(entry.getKey().start()), entry.getValue())).toList();
    }

    /** Behind {@code [mem} and {@code [io}. */
    List<Proposal> ranges() {
        boolean io = words.get(words.size() - 1).equals("io");
        int expect = words.lastIndexOf("expect");
        if (expect >= 0 && context.block("boot").isPresent()) {
            return expected(words.subList(expect + 1, Math.max(expect + 1, words.size() - 2))).keySet().stream()
                    .map(range -> proposal(Literals.rangeText(range), "where it is")).toList();
        }
        boolean ofFunction = context.innermost().startsWith("device ") || context.innermost().startsWith("bridge ");
        return !ofFunction ? List.of() : free(io, io ? List.of(0x20L, 0x100L, 0x1000L) : SIZES).entrySet().stream()
                .map(entry -> proposal(Literals.rangeText(entry.getKey()), entry.getValue())).toList();
    }

    private static Proposal proposal(String text, String detail) {
        return Proposal.of(text, CompletionItemKind.Value, detail).ranked(1);
    }

    /** Where the boots put the resource that {@code said} names: {@code nvme0 BAR 0}. */
    private Map<AddressRange, SimulatedBoot> expected(List<String> said) {
        Map<AddressRange, SimulatedBoot> places = new LinkedHashMap<>();
        if (said.size() < 2) {
            return places;
        }
        String resource = String.join(" ", said.subList(1, said.size()).stream().filter(word -> !word.equals("equals")).toList());
        for (SimulatedBoot boot : ValueProposals.boots(snapshot, context)) {
            Set<PciAddress> meant = meant(boot, said.get(0));
            for (AssignedResource found : boot.simulation().assignment().resources()) {
                if (meant.contains(found.key().function()) && found.key().name().toString().equals(resource)) {
                    found.range().ifPresent(range -> places.putIfAbsent(range, boot));
                }
            }
        }
        return places;
    }

    private static Set<PciAddress> meant(SimulatedBoot boot, String said) {
        return boot.simulation().assignment().functions().stream()
                .filter(function -> function.address().toString().equals(said) || function.description().name().equals(said))
                .map(EnumeratedFunction::address).collect(Collectors.toSet());
    }

    /** The first free place of each size in each window of the bus, with what it is. */
    private Map<AddressRange, String> free(boolean io, List<Long> sizes) {
        Map<AddressRange, String> places = new LinkedHashMap<>();
        Optional<String> host = context.name("host");
        Optional<SimulatedBoot> boot = snapshot.recentBoots().stream().filter(one -> host.filter(one.id().host()::equals).isPresent()).findFirst();
        for (WindowUse window : boot.map(this::windows).orElse(List.of())) {
            if (window.type().isIo() == io) {
                for (long size : sizes) {
                    free(boot.get(), window, size).filter(range -> places.size() < MOST)
                            .ifPresent(range -> places.putIfAbsent(range, Quantities.size(size) + " free in " + window.range()));
                }
            }
        }
        return places;
    }

    private static Optional<AddressRange> free(SimulatedBoot boot, WindowUse window, long size) {
        OptionalLong from = OptionalLong.of(window.range().start());
        List<AddressRange> taken = boot.simulation().assignment().resources().stream()
                .filter(resource -> resource.window().filter(window.id()::equals).isPresent()).flatMap(resource -> resource.range().stream()).sorted().toList();
        for (AddressRange range : taken) {
            Optional<AddressRange> place = place(from.getAsLong(), size).filter(found -> window.range().contains(found));
            if (place.isEmpty() || Unsigned.less(place.get().end(), range.start())) {
                return place;
            }
            from = OptionalLong.of(Unsigned.max(from.getAsLong(), Unsigned.addSaturated(range.end(), 1)));
        }
        return place(from.getAsLong(), size).filter(found -> window.range().contains(found));
    }

    private static Optional<AddressRange> place(long from, long size) {
        boolean possible = Unsigned.isPowerOfTwo(size) && Unsigned.lessOrEqual(from, Unsigned.addSaturated(from, size));
        return possible ? AddressRange.tryOfSize(Unsigned.alignUp(from, size), size) : Optional.empty();
    }

    /** The windows that lead to the bus of the function that the cursor is in. */
    private List<WindowUse> windows(SimulatedBoot boot) {
        List<String> heads = context.blocks().stream().filter(head -> head.startsWith("host-bridge ") || head.startsWith("bridge ")
                || head.startsWith("device ")).toList();
        int last = heads.size() - 1;
        if (last < 1 || !heads.get(0).startsWith("host-bridge ")) {
            return List.of();
        }
        String root = heads.get(0).split(" ")[1];
        Optional<PciAddress> above = Optional.empty();
        for (String head : heads.subList(1, last)) {
            Optional<PciAddress> parent = above;
            above = boot.simulation().assignment().functions().stream().filter(function -> function.parent().equals(parent)
                    && (parent.isPresent() || onRoot(function, root)) && isAt(function, head.split(" ")[1])).map(EnumeratedFunction::address).findFirst();
            if (above.isEmpty()) {
                return List.of();
            }
        }
        Optional<PciAddress> bridge = above;
        return boot.simulation().assignment().windows().stream().filter(window -> window.id() instanceof WindowId.OfBridge of
                ? bridge.filter(of.bridge()::equals).isPresent()
                : bridge.isEmpty() && window.id() instanceof WindowId.OfHost host
                        && String.format("%04x:%02x", host.domain(), host.bus()).equalsIgnoreCase(root)).toList();
    }

    private static boolean onRoot(EnumeratedFunction function, String root) {
        return String.format("%04x:%02x", function.address().domain(), function.address().bus()).equalsIgnoreCase(root);
    }

    private static boolean isAt(EnumeratedFunction function, String written) {
        return function.address().toString().equals(written) || function.address().toString().endsWith(":" + written);
    }
}
