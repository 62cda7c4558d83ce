package org.pcitopo.dsl.ide.hover;

import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.words.Ids;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.ClassCode;

/** Ids and class codes in words. */
final class IdHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        String token = found.leaf().getText();
        if (found.subject() instanceof Subject.Other other && other.statement() instanceof ClassCode && token.startsWith("0x")) {
            return Optional.of(code(token)).flatMap(Ids::classInWords)
                    .map(words -> new Markdown().paragraph(Markdown.code(token) + " " + Markdown.plain(words)));
        }
        return Ids.inWords(token).map(words -> new Markdown().paragraph(Markdown.plain(words)));
    }

    private static int code(String hex) {
        try {
            return Integer.parseInt(hex.substring(2), 16);
        } catch (NumberFormatException noCode) {
            return 0;
        }
    }
}
