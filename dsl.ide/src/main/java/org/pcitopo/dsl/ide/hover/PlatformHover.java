package org.pcitopo.dsl.ide.hover;

import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Platform;

/** A platform, as written. */
final class PlatformHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.Named named && named.element() instanceof Platform platform)) {
            return Optional.empty();
        }
        Markdown text = new Markdown().paragraph("**platform** " + Markdown.code(platform.getName()));
        if (platform.getLabel() != null) {
            text.paragraph(Markdown.plain(platform.getLabel()));
        }
        return Optional.of(text.block(HoverText.of(platform)));
    }
}
