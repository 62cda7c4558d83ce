package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Boot;

/** A boot: how many BARs are mapped with each kernel and page size, and what the prediction rests on. */
final class BootHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.Named named && named.element() instanceof Boot boot)) {
            return Optional.empty();
        }
        List<BootView> views = snapshot.outcomes().bootsOf(boot);
        if (views.isEmpty()) {
            return Optional.empty();
        }
        Markdown text = new Markdown().paragraph("**boot** " + Markdown.code(boot.getName()) + " of "
                + Markdown.code(views.get(0).id().host()));
        BootRows.add(text, views);
        String commandLine = views.get(0).simulation().boot().commandLine();
        if (!commandLine.isEmpty()) {
            text.paragraph("Command line " + Markdown.code(commandLine));
        }
        return Optional.of(text.list(views.get(0).simulation().assumptions().stream()
                .map(assumption -> "assumed: " + Markdown.plain(assumption.what() + " = " + assumption.value() + ", " + assumption.why())).toList()));
    }
}
