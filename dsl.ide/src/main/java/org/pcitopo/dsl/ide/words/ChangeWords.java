package org.pcitopo.dsl.ide.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.compare.Comparison;
import org.pcitopo.simulator.compare.FunctionChange;
import org.pcitopo.simulator.compare.MappingChange;
import org.pcitopo.simulator.compare.ResourceChange;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.ResourceName;
import org.pcitopo.simulator.vfio.Mapping;

/** What changes between two boots, in words. */
public final class ChangeWords {

    private static final int MOST_ROWS = 40;
    private static final int MOST_NAMED = 6;

    private ChangeWords() {
    }

    /** {@code 3 BARs become mapped, 5 resources move}; {@code nothing changes}. */
    public static String summary(Comparison change) {
        List<String> parts = new ArrayList<>();
        count(parts, change.mappings().stream().filter(MappingChange::becomesMapped).count(), "BAR", "becomes mapped", "become mapped");
        count(parts, change.mappings().stream().filter(MappingChange::becomesUnmapped).count(), "BAR", "is no longer mapped",
                "are no longer mapped");
        for (ResourceChange.Kind kind : List.of(ResourceChange.Kind.ASSIGNED, ResourceChange.Kind.UNASSIGNED, ResourceChange.Kind.MOVED,
                ResourceChange.Kind.GREW, ResourceChange.Kind.SHRANK)) {
            count(parts, change.resources(kind).size(), "resource", one(kind), many(kind));
        }
        count(parts, change.functions().size(), "function", "differs", "differ");
        return parts.isEmpty() ? "nothing of note changes" : String.join(", ", parts);
    }

    private static void count(List<String> parts, long number, String what, String one, String many) {
        if (number > 0) {
            parts.add(Quantities.count(number, what) + " " + (number == 1 ? one : many));
        }
    }

    private static String one(ResourceChange.Kind kind) {
        return switch (kind) {
            case APPEARED -> "appears";
            case DISAPPEARED -> "disappears";
            case RETYPED -> "changes its type";
            case ASSIGNED -> "gets a place";
            case UNASSIGNED -> "loses its place";
            case OPENED -> "opens";
            case CLOSED -> "closes";
            case MOVED -> "moves";
            case GREW -> "grows";
            case SHRANK -> "shrinks";
        };
    }

    private static String many(ResourceChange.Kind kind) {
        return switch (kind) {
            case APPEARED -> "appear";
            case DISAPPEARED -> "disappear";
            case RETYPED -> "change their type";
            case ASSIGNED -> "get a place";
            case UNASSIGNED -> "lose their place";
            case OPENED -> "open";
            case CLOSED -> "close";
            case MOVED -> "move";
            case GREW -> "grow";
            case SHRANK -> "shrink";
        };
    }

    /** Adds the changes to {@code text}: functions, then what vfio-pci says, then places and sizes. */
    public static void add(Markdown text, Comparison change, BootView boot) {
        if (change.isEmpty()) {
            text.paragraph("Nothing changes.");
            return;
        }
        text.list(change.functions().stream().map(one -> function(one)).toList());
        table(text, List.of("BAR", "before", "now"), change.mappings().stream().map(one -> List.of(
                Markdown.plain(boot.nameOf(new ResourceKey(one.function(), ResourceName.bar(one.bar())))), verdict(one.before()),
                "**" + verdict(one.after()) + "**")).toList());
        table(text, List.of("resource", "before", "now", ""), change.resources().stream().map(one -> List.of(
                Markdown.plain(boot.nameOf(one.key())), place(one.before()), place(one.after()),
                String.join(", ", one.kinds().stream().map(ChangeWords::one).toList()))).toList());
        text.list(change.hostWindows().stream().map(one -> Stream.of(one.before(), one.after()).flatMap(Optional::stream)
                .map(WindowWords::words).reduce((before, now) -> before + "; now " + now)
                .map(words -> "host window " + one.after().or(one::before).map(use -> Markdown.code(use.range().toString())).orElse("")
                        + ": " + words).orElse("")).limit(MOST_NAMED).toList());
    }

    private static String function(FunctionChange change) {
        Optional<PciAddress> before = change.before().map(function -> function.address());
        Optional<PciAddress> after = change.after().map(function -> function.address());
        String name = change.after().or(change::before).map(function -> Markdown.plain(function.description().name())).orElse("");
        return (name + " " + Markdown.code(before.or(() -> after).map(PciAddress::toString).orElse("")) + " " + change.kind().id()
                + (change.kind() == FunctionChange.Kind.RENUMBERED ? " to " + Markdown.code(after.map(PciAddress::toString).orElse("")) : ""))
                .strip();
    }

    private static String verdict(Optional<Mapping> mapping) {
        return mapping.map(one -> Verdicts.verdict(one.verdict()) + one.reason().map(reason -> ": " + Verdicts.reason(reason)).orElse(""))
                .orElse("not there");
    }

    private static String place(Optional<AssignedResource> resource) {
        return resource.map(one -> Markdown.code(Verdicts.place(one)) + " " + Quantities.size(one.size())).orElse("not there");
    }

    private static void table(Markdown text, List<String> heads, List<List<String>> rows) {
        text.table(heads, rows.subList(0, Math.min(MOST_ROWS, rows.size())));
        if (rows.size() > MOST_ROWS) {
            text.paragraph("and " + (rows.size() - MOST_ROWS) + " more");
        }
    }
}
