package org.pcitopo.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Selections;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.words.Verdicts;
import org.pcitopo.dsl.ide.words.WindowWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Function;
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
            return seen.isEmpty() ? Optional.empty() : Optional.of(text(seen.get(0)));
        }
        if (found.subject() instanceof Subject.Selection selection) {
            List<Seen.OfFunction> seen = Selections.functions(snapshot.outcomes(), selection.selector());
            List<Seen.OfFunction> distinct = seen.stream().filter(one -> one.boot() == seen.get(0).boot()).toList();
            return distinct.isEmpty() ? Optional.empty()
                    : Optional.of(distinct.size() == 1 ? text(distinct.get(0)) : several(distinct));
        }
        return Optional.empty();
    }

    private static Markdown several(List<Seen.OfFunction> seen) {
        return new Markdown().paragraph("**" + Quantities.count(seen.size(), "function") + "**")
                .list(seen.stream().limit(20).map(one -> Markdown.code(one.function().address().toString()) + " "
                        + Markdown.plain(one.function().description().name())).toList());
    }

    private static Markdown text(Seen.OfFunction one) {
        EnumeratedFunction function = one.function();
        String name = function.description().name();
        Markdown text = new Markdown().paragraph((name.isEmpty() ? "" : "**" + Markdown.plain(name) + "** ")
                + Markdown.code(function.address().toString())
                + (function.description().bridge().isPresent() ? ", " + function.description().bridge().get().kind().label() : ""));
        if (!function.description().label().isEmpty()) {
            text.paragraph(Markdown.plain(function.description().label()));
        }
        text.paragraph(Markdown.plain(Ids.inWords(function.description().ids())));
        List<String> facts = facts(function);
        text.paragraph(facts.stream().collect(Collectors.joining("; ")));
        text.table(List.of("resource", "size", "place", "verdict"), rows(one));
        return text.paragraph(text.isEmpty() ? "" : "in boot " + Markdown.plain(one.boot().name()) + ", Linux "
                + one.boot().id().kernel() + ", pages of " + Quantities.size(one.boot().pageSize()));
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
