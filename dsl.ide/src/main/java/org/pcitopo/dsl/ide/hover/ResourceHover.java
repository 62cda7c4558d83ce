package org.pcitopo.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootNames;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Groups;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.words.PagePicture;
import org.pcitopo.dsl.ide.words.Verdicts;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.explain.Explanation;
import org.pcitopo.simulator.explain.Step;
import org.pcitopo.simulator.explain.Topic;
import org.pcitopo.simulator.topology.WindowId;
import org.pcitopo.simulator.vfio.Mapping;

/** A BAR, ROM, VF BAR or bridge window: its place and verdict in every boot, its page, and the reason. */
final class ResourceHover implements HoverParticipant {

    private static final List<Long> PAGE_SIZES = List.of(4096L, 16384L, 65536L);
    private static final int MOST_ROWS = 16;

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.Resource subject)) {
            return Optional.empty();
        }
        List<Seen.OfResource> seen = snapshot.outcomes().resources(subject.statement()).stream()
                .filter(one -> one.resource().isPresent()).toList();
        return seen.isEmpty() ? WrittenRegister.hover(subject.statement()) : Optional.of(text(snapshot, seen));
    }

    /** What is the same in several boots is said once. */
    private record Outcome(String function, String place, String verdict) {
    }

    private static Markdown text(Snapshot snapshot, List<Seen.OfResource> seen) {
        List<Groups<Outcome, Seen.OfResource>> groups = Groups.by(seen, one -> outcome(one));
        long functions = seen.stream().map(one -> one.function().address()).distinct().count();
        Markdown text = new Markdown().paragraph(head(seen.get(0), functions) + alignments(seen));
        text.table(functions == 1 ? List.of("boot", "place", "verdict") : List.of("function", "boot", "place", "verdict"),
                rows(snapshot, groups, functions == 1));
        List<Groups<Outcome, Seen.OfResource>> chosen = reasonable(groups);
        for (Groups<Outcome, Seen.OfResource> group : chosen) {
            details(text, snapshot, group, groups.size() > 1);
        }
        Seen.OfResource worst = chosen.stream().map(Groups::first).filter(one -> !Verdicts.isGood(one.mapping())).findFirst()
                .orElse(chosen.get(0).first());
        course(text, worst);
        return text;
    }

    private static String head(Seen.OfResource one, long functions) {
        AssignedResource resource = one.resource().orElseThrow();
        String name = one.boot().nameOf(one.function().address());
        String address = one.function().address().toString();
        String whose = functions == 1 ? " of " + Markdown.code(name) + (name.equals(address) ? "" : " (" + address + ")")
                : " of " + Quantities.count(functions, "function");
        String size = resource.hardwareSize() == 0 ? "closed" : Quantities.size(resource.hardwareSize());
        return "**" + resource.key().name() + "**" + whose + ": " + size + ", " + Verdicts.type(resource);
    }

    /** What its place has to be a multiple of, which command lines change. */
    private static String alignments(List<Seen.OfResource> seen) {
        List<String> alignments = seen.stream().map(one -> one.resource().orElseThrow().alignment()).filter(alignment -> alignment != 0).distinct()
                .map(Quantities::size).toList();
        return alignments.isEmpty() ? "" : ", aligned to " + String.join(" or ", alignments);
    }

    private static Outcome outcome(Seen.OfResource one) {
        AssignedResource resource = one.resource().orElseThrow();
        return new Outcome(one.boot().nameOf(one.function().address()), Verdicts.place(resource),
                Verdicts.words(resource, one.mapping()));
    }

    private static List<List<String>> rows(Snapshot snapshot, List<Groups<Outcome, Seen.OfResource>> groups, boolean oneFunction) {
        BootNames names = new BootNames(snapshot.outcomes().boots());
        List<List<String>> rows = new ArrayList<>();
        for (Groups<Outcome, Seen.OfResource> group : groups.subList(0, Math.min(MOST_ROWS, groups.size()))) {
            List<String> row = new ArrayList<>();
            if (!oneFunction) {
                row.add(Markdown.plain(group.key().function()));
            }
            row.addAll(List.of(Markdown.plain(names.of(group.boots())), Markdown.code(group.key().place()), group.key().verdict()));
            rows.add(row);
        }
        return rows;
    }

    /** The first outcome, and the first that is different in whether it is good; more would be too long to read. */
    private static List<Groups<Outcome, Seen.OfResource>> reasonable(List<Groups<Outcome, Seen.OfResource>> groups) {
        List<Groups<Outcome, Seen.OfResource>> chosen = new ArrayList<>(List.of(groups.get(0)));
        boolean good = Verdicts.isGood(groups.get(0).first().mapping());
        groups.stream().filter(group -> Verdicts.isGood(group.first().mapping()) != good).findFirst().ifPresent(chosen::add);
        return chosen;
    }

    private static void details(Markdown text, Snapshot snapshot, Groups<Outcome, Seen.OfResource> group, boolean several) {
        Seen.OfResource one = group.first();
        BootView boot = one.boot();
        AssignedResource resource = one.resource().orElseThrow();
        String where = several ? "**" + Markdown.plain(new BootNames(snapshot.outcomes().boots()).of(group.boots())) + "**: " : "";
        text.paragraph(where + Markdown.plain(boot.reason(resource.key())));
        if (!resource.type().isIo() && resource.range().isPresent() && resource.key().name().isBar()) {
            text.block(PagePicture.of(boot, resource));
        }
        if (one.mapping().isPresent() && !resource.type().isIo()) {
            text.table(PAGE_SIZES.stream().map(Quantities::size).map(size -> size + " pages").toList(),
                    List.of(PAGE_SIZES.stream().map(size -> withPages(snapshot, one, size)).toList()));
        }
    }

    /** How it came there: what is not said already, in order. */
    private static void course(Markdown text, Seen.OfResource one) {
        Explanation told = one.boot().explainer().recount(one.key()).orElseThrow();
        Optional<Step> deciding = one.boot().explainer().deciding(one.key());
        boolean placed = told.steps().stream().anyMatch(step -> step.topic() == Topic.PLACE);
        List<String> steps = new ArrayList<>();
        told.steps().stream().filter(step -> step.topic() != Topic.HARDWARE && deciding.filter(step::equals).isEmpty())
                .forEach(step -> steps.add("*" + step.topic().title() + "*: " + Markdown.plain(step.text())));
        if (!placed) {
            String facts = alignment(one.resource().orElseThrow()) + window(one.boot(), one.resource().orElseThrow());
            if (!facts.isEmpty()) {
                steps.add("*place*:" + facts);
            }
        }
        text.list(steps);
    }

    private static String alignment(AssignedResource resource) {
        return resource.alignment() == 0 ? "" : " Aligned to " + Quantities.size(resource.alignment()) + ".";
    }

    private static String window(BootView boot, AssignedResource resource) {
        return resource.window().flatMap(boot::window).map(use -> " In " + windowName(boot, use.id()) + " "
                + Markdown.code(use.range().toString()) + ".").orElse("");
    }

    private static String windowName(BootView boot, WindowId id) {
        if (id instanceof WindowId.OfBridge bridge) {
            return "the " + bridge.name() + " of " + Markdown.code(boot.nameOf(bridge.bridge()));
        }
        return "window " + id.windowName() + " of " + id.bridgeId();
    }

    private static String withPages(Snapshot snapshot, Seen.OfResource one, long pageSize) {
        Optional<Simulation> simulation = snapshot.variants().withPageSize(one.boot().simulation(), pageSize);
        List<Mapping> mappings = simulation.map(Simulation::mappings).orElse(List.of());
        String words = mappings.stream()
                .filter(mapping -> mapping.function().equals(one.function().address()) && mapping.bar() == one.name().register())
                .map(mapping -> Verdicts.verdict(mapping.verdict()) + mapping.reason().map(Verdicts::reason).map(reason -> ": " + reason).orElse(""))
                .collect(Collectors.joining(", "));
        return one.boot().pageSize() == pageSize ? "**" + words + "**" : words.isEmpty() ? "impossible" : words;
    }
}
