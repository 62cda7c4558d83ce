package org.pcitopo.simulator.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.WindowUse;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.Unsigned;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.trace.TraceEvent;

/** When a resource was placed, where, and what took the room before it. */
final class PlaceSteps {

    private static final String SORT = "drivers/pci/setup-bus.c, pdev_sort_resources";
    private static final String PLACE = "drivers/pci/setup-res.c, pci_assign_resource";
    private static final String RELEASE = "drivers/pci/setup-bus.c, pci_assign_unassigned_root_bus_resources";

    private final Case machine;
    private final AssignedResource resource;
    private final ResourceKey key;

    PlaceSteps(Case machine, AssignedResource resource) {
        this.machine = machine;
        this.resource = resource;
        this.key = resource.key();
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        released().ifPresent(steps::add);
        int decided = decided();
        if (decided >= 0) {
            order(decided).ifPresent(steps::add);
            if (machine.events().get(decided) instanceof TraceEvent.NoSpace noSpace) {
                steps.addAll(new FailureSteps(machine, resource).steps(noSpace, before(decided)));
            } else if (machine.events().get(decided) instanceof TraceEvent.Assigned assigned) {
                steps.add(new Step(Topic.PLACE, placed(assigned, before(decided)), PLACE));
            }
        } else if (resource.range().isEmpty() && machine.last(TraceEvent.WindowDisabled.class, key).isEmpty()) {
            steps.addAll(new FailureSteps(machine, resource).steps());
        }
        machine.last(TraceEvent.FirmwareAddressKept.class, key).ifPresent(kept -> steps.add(new Step(Topic.PLACE,
                "As a last resort it falls back to where firmware had put it, " + Words.range(kept.range()) + ".", PLACE)));
        machine.last(TraceEvent.Grown.class, key).filter(grown -> resource.range().filter(grown.to()::equals).isPresent())
                .ifPresent(grown -> steps.add(new Step(Topic.PLACE, "Then room was left for what it may still hold, and it grew from "
                        + Words.range(grown.from()) + " to " + Words.range(grown.to()) + ".",
                        "drivers/pci/setup-bus.c, reassign_resources_sorted")));
        machine.last(TraceEvent.WindowOpened.class, key).ifPresent(opened -> steps.add(new Step(Topic.PLACE,
                "At the end powernv opens it to the whole window of the host: " + Words.range(opened.range()) + ".",
                "arch/powerpc/platforms/powernv/pci-ioda.c, pnv_pci_setup_bridge")));
        return steps;
    }

    /** The windows that were looked through in vain, for the resource or for the window above it that has no place itself. */
    List<Failure.Tried> tried() {
        int decided = decided();
        if (decided >= 0 && machine.events().get(decided) instanceof TraceEvent.NoSpace noSpace && !noSpace.tried().isEmpty()) {
            return new FailureSteps(machine, resource).windows(noSpace, before(decided));
        }
        return machine.bridgeAbove(key.function()).flatMap(bridge -> machine.windowFor(bridge, resource))
                .filter(window -> window.range().isEmpty()).map(window -> new PlaceSteps(machine, window).tried()).orElse(List.of());
    }

    private Optional<Step> released() {
        return machine.last(TraceEvent.Released.class, key).map(released -> new Step(Topic.ORDER, "It was at "
                + Words.range(released.range()) + " for a while; the kernel took that back to try again, since something had found no "
                + "place.", RELEASE));
    }

    /** Index of the event that settled it: the last that gave it a place or found none. */
    private int decided() {
        List<Integer> about = machine.about(key);
        for (int i = about.size() - 1; i >= 0; i--) {
            TraceEvent event = machine.events().get(about.get(i));
            if (event instanceof TraceEvent.Assigned || event instanceof TraceEvent.NoSpace) {
                return about.get(i);
            }
        }
        return -1;
    }

    /** What had a place when event {@code index} happened, and still has it. */
    private Set<ResourceKey> before(int index) {
        Set<ResourceKey> settled = new LinkedHashSet<>();
        for (TraceEvent event : machine.events().subList(0, index)) {
            if (event instanceof TraceEvent.Assigned || event instanceof TraceEvent.Claimed || event instanceof TraceEvent.Grown
                    || event instanceof TraceEvent.FirmwareAddressKept) {
                Case.subject(event).ifPresent(settled::add);
            } else if (event instanceof TraceEvent.Released) {
                Case.subject(event).ifPresent(settled::remove);
            }
        }
        return settled;
    }

    private Optional<Step> order(int decided) {
        List<ResourceKey> waiting = waiting(decided);
        int number = waiting.indexOf(key) + 1;
        if (waiting.size() < 2 || number == 0) {
            return Optional.empty();
        }
        List<String> first = waiting.subList(0, number - 1).stream().map(machine::nameOf).toList();
        String bus = String.format("%02x", key.function().bus());
        String text = "Of " + waiting.size() + " resources that were placed on bus " + bus + " it was the " + Words.ordinal(number)
                + (first.isEmpty() ? "" : ", after " + Words.list(first))
                + ": the largest alignment first, then by device, function and BAR.";
        return Optional.of(new Step(Topic.ORDER, text, SORT));
    }

    /** What was placed on the same bus in the same try, in order. */
    private List<ResourceKey> waiting(int decided) {
        List<TraceEvent> events = machine.events();
        int from = decided;
        while (from > 0 && !(events.get(from - 1) instanceof TraceEvent.TryStarted)) {
            from--;
        }
        Set<ResourceKey> keys = new LinkedHashSet<>();
        for (int i = from; i < events.size() && !(events.get(i) instanceof TraceEvent.TryStarted); i++) {
            TraceEvent event = events.get(i);
            if (event instanceof TraceEvent.Assigned || event instanceof TraceEvent.NoSpace) {
                Case.subject(event).filter(other -> other.function().domain() == key.function().domain()
                        && other.function().bus() == key.function().bus()).ifPresent(keys::add);
            }
        }
        return List.copyOf(keys);
    }

    private String placed(TraceEvent.Assigned assigned, Set<ResourceKey> before) {
        AddressRange range = assigned.range();
        String where = resource.window().map(window -> "In " + machine.nameOf(window) + window(window))
                .orElse("Outside of all windows");
        String alignment = resource.alignment() == 0 ? "" : " the first multiple of " + Words.size(resource.alignment()) + " with "
                + Words.size(range.size()) + " free is ";
        return where + alignment + Words.address(range.start()) + high(range) + below(range, before)
                + " So it lies at " + Words.range(range) + ".";
    }

    private String window(WindowId id) {
        return machine.window(id).map(use -> " (" + Words.range(use.range()) + ")").orElse("");
    }

    /** Both parts of a window that crosses 4 GiB are looked through, the upper one first, where addresses on the bus are the CPU's. */
    private String high(AddressRange range) {
        boolean crosses = resource.window().flatMap(machine::window).map(WindowUse::range).filter(window ->
                AddressRange.BELOW_4G.contains(window.start()) && AddressRange.ABOVE_4G.contains(window.end())).isPresent();
        return crosses && resource.type().is64Bit() && AddressRange.ABOVE_4G.contains(range.start())
                ? ", looking above 4 GiB first since it is 64-bit" : "";
    }

    /** What lies below it in its window and was there first. */
    private String below(AddressRange range, Set<ResourceKey> before) {
        List<AssignedResource> lower = resource.window().map(machine::contents).orElse(List.of()).stream()
                .filter(other -> Unsigned.less(other.range().orElseThrow().start(), range.start()) && before.contains(other.key()))
                .toList();
        if (lower.isEmpty()) {
            return ".";
        }
        AssignedResource last = lower.get(lower.size() - 1);
        String more = lower.size() == 1 ? "" : " and " + (lower.size() - 1) + " more";
        return "; below it " + machine.nameOf(last.key()) + " (to " + Words.address(last.range().orElseThrow().end()) + ")" + more
                + (lower.size() == 1 ? " was" : " were") + " there before.";
    }
}
