package org.pcitopo.dsl.ide.hover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelMatches;
import org.pcitopo.dsl.ide.cursor.KernelString;
import org.pcitopo.dsl.ide.cursor.Selections;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootNames;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.words.Verdicts;
import org.pcitopo.dsl.ide.words.WindowWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.topology.WindowId;

/** A device or bridge: what it is, where enumeration finds it, its resources in the first boot that has it. */
final class FunctionHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (found.subject() instanceof Subject.Named named && named.element() instanceof Function function) {
            List<Seen.OfFunction> seen = snapshot.outcomes().functions(function);
            return seen.isEmpty() ? Optional.empty() : Optional.of(text(snapshot, seen.get(0)));
        }
        if (found.subject() instanceof Subject.Selection selection) {
            List<Seen.OfFunction> seen = Selections.functions(snapshot.outcomes(), selection.selector());
            List<Seen.OfFunction> distinct = seen.stream().filter(one -> one.boot() == seen.get(0).boot()).toList();
            return distinct.isEmpty() ? Optional.empty()
                    : Optional.of(distinct.size() == 1 ? text(snapshot, distinct.get(0)) : several(distinct));
        }
        return Optional.empty();
    }

    private static Markdown several(List<Seen.OfFunction> seen) {
        return new Markdown().paragraph("**" + Quantities.count(seen.size(), "function") + "**")
                .list(seen.stream().limit(20).map(one -> Markdown.code(one.function().address().toString()) + " "
                        + Markdown.plain(one.function().description().name())).toList());
    }

    private static Markdown text(Snapshot snapshot, Seen.OfFunction one) {
        EnumeratedFunction function = one.function();
        String name = function.description().name();
        Markdown text = new Markdown().paragraph((name.isEmpty() ? "" : "**" + Markdown.plain(name) + "** ")
                + Markdown.code(function.address().toString())
                + (function.description().bridge().isPresent() ? ", " + function.description().bridge().get().kind().label() : ""));
        if (!function.description().label().isEmpty()) {
            text.paragraph(Markdown.plain(function.description().label()));
        }
        text.paragraph(Markdown.plain(Ids.inWords(function.description().ids())));
        type(one).ifPresent(text::paragraph);
        List<String> facts = facts(function);
        text.paragraph(facts.stream().collect(Collectors.joining("; ")));
        text.table(List.of("resource", "size", "place", "verdict"), rows(one));
        text.paragraph(text.isEmpty() ? "" : "in boot " + Markdown.plain(one.boot().name()) + ", Linux "
                + one.boot().id().kernel() + ", pages of " + Quantities.size(one.boot().pageSize()));
        return text.list(uses(snapshot, one));
    }

    private static Optional<String> type(Seen.OfFunction one) {
        return one.boot().lowered().sources().of(one.function().description()).map(text -> text.function().getType())
                .filter(type -> !type.eIsProxy() && type.getName() != null)
                .map(type -> "type " + Markdown.code(type.getName()) + (type.getLabel() == null ? "" : ", " + Markdown.plain(type.getLabel())));
    }

    /** The boots that have it, the expectations that name it, the pieces of command lines that mean it. */
    private static List<String> uses(Snapshot snapshot, Seen.OfFunction one) {
        Optional<Function> written = one.boot().lowered().sources().of(one.function().description()).map(text -> text.function());
        List<BootView> boots = written.map(text -> snapshot.outcomes().functions(text)).orElse(List.of()).stream().map(Seen.OfFunction::boot).toList();
        List<String> uses = new ArrayList<>();
        if (!boots.isEmpty()) {
            uses.add("in " + Quantities.count(boots.size(), "boot") + ": " + Markdown.plain(new BootNames(snapshot.outcomes().boots()).of(boots)));
        }
        long expectations = snapshot.document().model().getElements().stream().filter(Boot.class::isInstance)
                .flatMap(boot -> ((Boot) boot).getMembers().stream()).filter(Expectation.class::isInstance).map(Expectation.class::cast)
                .filter(expectation -> expectation.getFunction() instanceof NameSelector name && written.filter(text -> text == name.getTarget()).isPresent())
                .count();
        if (expectations > 0) {
            uses.add("named by " + Quantities.count(expectations, "expectation"));
        }
        Set<String> pieces = new LinkedHashSet<>();
        for (KernelString string : KernelString.allOf(snapshot.document())) {
            KernelMatches.all(snapshot.outcomes(), string).stream().filter(match -> match.functions().stream()
                    .anyMatch(found -> found.function().address().equals(one.function().address())
                            && found.boot().lowered().host() == one.boot().lowered().host()))
                    .forEach(match -> pieces.add(Markdown.code(match.token().text())));
        }
        if (!pieces.isEmpty()) {
            uses.add("meant on command lines by " + Quantities.list(List.copyOf(pieces), 6));
        }
        return uses;
    }

    private static List<String> facts(EnumeratedFunction function) {
        List<String> facts = new ArrayList<>();
        if (function.secondary() >= 0) {
            facts.add(String.format("bus %02x%s below", function.secondary(),
                    function.subordinate() == function.secondary() ? "" : String.format(" to %02x", function.subordinate())));
        }
        if (function.description().passthrough()) {
            facts.add("passthrough");
        }
        function.description().driver().ifPresent(driver -> facts.add("driver " + Markdown.plain(driver)));
        function.description().iommuGroup().ifPresent(group -> facts.add("IOMMU group " + group));
        function.description().msix().ifPresent(msix -> facts.add("MSI-X with " + Quantities.count(msix.vectors(), "vector")
                + ", table in BAR " + msix.tableBar()));
        function.description().sriov().ifPresent(sriov -> facts.add("SR-IOV with up to " + sriov.totalVfs() + " VFs"));
        if (function.description().bridge().filter(bridge -> bridge.hotplug()).isPresent()) {
            facts.add("hotplug");
        }
        return facts;
    }

    private static List<List<String>> rows(Seen.OfFunction one) {
        BootView boot = one.boot();
        List<List<String>> rows = new ArrayList<>();
        for (AssignedResource resource : boot.simulation().assignment().resources()) {
            if (resource.key().function().equals(one.function().address())) {
                rows.add(List.of(resource.key().name().toString(), Quantities.size(resource.hardwareSize()),
                        Markdown.code(Verdicts.place(resource)), verdict(boot, resource)));
            }
        }
        return rows;
    }

    private static String verdict(BootView boot, AssignedResource resource) {
        ResourceKey key = resource.key();
        if (key.name().isWindow()) {
            return boot.window(new WindowId.OfBridge(key.function(), key.name())).map(WindowWords::words)
                    .orElse(Verdicts.state(resource.state()));
        }
        return Verdicts.words(resource, boot.mapping(key));
    }
}
