package org.pcitopo.simulator.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.ResourceState;
import org.pcitopo.simulator.topology.AddressRange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.trace.TraceEvent;
import org.pcitopo.simulator.vfio.Mapping.Reason;

/**
 * What came out of a boot, compared with lines: {@code 00:04.0 bar0 0x10000000-0x100fffff}, with the start alone
 * {@code 00:01.0 bar0 0x10400000}, or {@code -} for a resource without place.
 */
public record PaperBoot(Simulation simulation) {

    /** Every line must hold. */
    public PaperBoot places(String expected) {
        return compare(expected, (resource, wanted) -> shown(resource.flatMap(AssignedResource::range), !wanted.contains("-")));
    }

    /** How resources ended: {@code 00:01.0 bar0 claimed}; {@code absent} where there is no such resource. */
    public PaperBoot states(String expected) {
        return compare(expected, (resource, wanted) -> resource.map(one -> one.state().id()).orElse("absent"));
    }

    /** How large resources are: {@code 00:01.0 bar0 0x1000}. */
    public PaperBoot sizes(String expected) {
        return compare(expected, (resource, wanted) -> resource.map(one -> "0x" + Long.toHexString(one.size())).orElse("absent"));
    }

    /** Which alignment they were asked for with: {@code 00:01.0 bar0 0x1000}. */
    public PaperBoot alignments(String expected) {
        return compare(expected,
                (resource, wanted) -> resource.map(one -> "0x" + Long.toHexString(one.alignment())).orElse("absent"));
    }

    /** What a line's third word should be, from the resource and the word that stands there. */
    private interface Shown {
        String of(Optional<AssignedResource> resource, String wanted);
    }

    private PaperBoot compare(String expected, Shown shown) {
        Map<String, AssignedResource> actual = new TreeMap<>();
        simulation.assignment().resources().forEach(resource -> actual.put(name(resource.key()), resource));
        List<String> wanted = new ArrayList<>();
        List<String> found = new ArrayList<>();
        lines(expected).forEach(line -> {
            String[] words = line.split("\\s+");
            String name = words[0] + " " + words[1];
            wanted.add(name + " " + words[2]);
            found.add(name + " " + shown.of(Optional.ofNullable(actual.get(name)), words[2]));
        });
        assertEquals(String.join("\n", wanted), String.join("\n", found));
        return this;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Where the kernel placed these first, whatever became of them later; in the order in which it did so. */
    public PaperBoot placesInOrder(String expected) {
        List<String> wanted = lines(expected);
        List<String> names = wanted.stream().map(line -> line.substring(0, line.lastIndexOf(' '))).toList();
        String found = events(TraceEvent.Assigned.class,
                event -> name(event.resource()) + " " + shown(Optional.of(event.range()), false)).stream()
                .filter(line -> names.contains(line.substring(0, line.lastIndexOf(' ')))).collect(Collectors.joining("\n"));
        assertEquals(String.join("\n", wanted), found);
        return this;
    }

    /** What memory windows may have beyond what they need, in the order in which they were sized. */
    public PaperBoot optional(String expected) {
        assertEquals(lines(expected), events(TraceEvent.WindowSized.class, event -> event).stream()
                .filter(event -> event.window().name() != ResourceName.IO_WINDOW)
                .map(event -> name(event.window()) + " 0x" + Long.toHexString(event.optional())).toList());
        return this;
    }

    /** Windows as they were sized, in order: {@code 00:01.0 mem 0x100000 align 0x100000 + 0x0}. */
    public PaperBoot sized(String expected) {
        assertEquals(String.join("\n", lines(expected)), String.join("\n", events(TraceEvent.WindowSized.class,
                event -> String.format("%s 0x%x align 0x%x + 0x%x", name(event.window()), event.size(), event.alignment(),
                        event.optional()))));
        return this;
    }

    /** All mappings of memory BARs, in order: {@code 00:04.0 bar0 mapped}. */
    public PaperBoot maps(String expected) {
        String found = simulation.mappings().stream().filter(mapping -> mapping.reason().filter(Reason.IO::equals).isEmpty())
                .map(mapping -> shortName(mapping.function()) + " bar" + mapping.bar() + " " + mapping.verdict().id()
                        + mapping.reason().map(reason -> " " + reason.id()).orElse(""))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(expected, found);
        return this;
    }

    /** Nothing got a place of the kernel's choice. */
    public PaperBoot movesNothing() {
        assertEquals(List.of(), simulation.assignment().resources().stream()
                .filter(resource -> resource.state() == ResourceState.ASSIGNED).map(AssignedResource::key).toList());
        return this;
    }

    /** Events of one kind, in order, as {@code text} shows them. */
    public <E extends TraceEvent, T> List<T> events(Class<E> kind, Function<E, T> text) {
        return simulation.assignment().trace().events().stream().filter(kind::isInstance).map(kind::cast).map(text).toList();
    }

    /** {@code 0000:01:00.0} without its domain. */
    public static String shortName(PciAddress address) {
        return address.toString().substring(5);
    }

    /** {@code 01:00.0 bar0}. */
    public static String name(ResourceKey key) {
        return shortName(key.function()) + " " + key.name().jsonName();
    }

    private static String shown(Optional<AddressRange> range, boolean startAlone) {
        if (range.isEmpty()) {
            return "-";
        }
        String start = "0x" + Long.toHexString(range.get().start());
        return startAlone ? start : start + "-0x" + Long.toHexString(range.get().end());
    }
}
