package org.pcitopo.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootNames;
import org.pcitopo.dsl.ide.outcome.Groups;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.words.WindowWords;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/** A window of a host bridge: how full it is in every boot, and what lies in it. */
final class HostWindowHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.HostWindowText subject)) {
            return Optional.empty();
        }
        List<Seen.OfWindow> seen = snapshot.outcomes().windows(subject.window());
        return seen.isEmpty() ? Optional.empty() : Optional.of(text(snapshot, seen));
    }

    private static Markdown text(Snapshot snapshot, List<Seen.OfWindow> seen) {
        BootNames names = new BootNames(snapshot.outcomes().boots());
        Seen.OfWindow first = seen.get(0);
        Markdown text = new Markdown().paragraph("**Window** " + Markdown.code(first.use().range().toString()) + " of "
                + first.use().id().bridgeId());
        List<List<String>> rows = new ArrayList<>();
        for (Groups<List<String>, Seen.OfWindow> group : Groups.by(seen, one -> WindowWords.figures(one.use()))) {
            List<String> row = new ArrayList<>(List.of(Markdown.plain(names.of(group.boots()))));
            row.addAll(group.key());
            rows.add(row);
        }
        text.table(List.of("boot", "used", "free", "largest hole"), rows);
        return text.block(WindowWords.contents(first.boot(), first.use()));
    }
}
