package org.pcitopo.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.words.BootSummary;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.words.WindowWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.topology.WindowId;

/** A machine or one of its host bridges: how large it is, and what its boots come to. */
final class HostHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (found.subject() instanceof Subject.HostBridgeText bridge && bridge.bridge().eContainer() instanceof Host host) {
            return text(snapshot, host, Optional.of(bridge.bridge()));
        }
        return found.subject() instanceof Subject.Named named && named.element() instanceof Host host
                ? text(snapshot, host, Optional.empty()) : Optional.empty();
    }

    private static Optional<Markdown> text(Snapshot snapshot, Host host, Optional<HostBridge> bridge) {
        List<BootView> boots = snapshot.outcomes().bootsOfHost(host);
        if (boots.isEmpty()) {
            return Optional.empty();
        }
        Markdown text = new Markdown().paragraph("**host** " + Markdown.code(host.getName())
                + bridge.map(one -> ", host bridge " + Markdown.code(one.getAddress())).orElse(""));
        if (host.getLabel() != null) {
            text.paragraph(Markdown.plain(host.getLabel()));
        }
        BootView first = boots.get(0);
        text.paragraph(first.simulation().topology().platform().architecture().id() + ", "
                + Quantities.count(first.simulation().assignment().functions().size(), "function"));
        bridge.ifPresent(one -> text.table(List.of("window", "used", "free", "largest hole"), windows(first, one)));
        text.table(List.of("boot", "Linux", "page size", "mappable BARs"), boots.stream().map(boot -> List.of(
                Markdown.plain(boot.name()), boot.id().kernel(), Literals.sizeText(boot.pageSize()), BootSummary.of(boot).words())).toList());
        return Optional.of(text);
    }

    /** How full the windows of a host bridge are in the first boot. */
    private static List<List<String>> windows(BootView boot, HostBridge bridge) {
        return boot.simulation().assignment().windows().stream().filter(use -> use.id() instanceof WindowId.OfHost host
                && String.format("%04x:%02x", host.domain(), host.bus()).equalsIgnoreCase(bridge.getAddress())).map(use -> {
                    List<String> row = new ArrayList<>(List.of(Markdown.code(use.range().toString())));
                    row.addAll(WindowWords.figures(use));
                    return row;
                }).toList();
    }
}
