package org.pcitopo.dsl.ide.hover;

import java.util.Optional;
import org.eclipse.xtext.Keyword;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.words.KeywordWords;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;

/** A word of the language of which nothing better is known than what it says. */
final class KeywordHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.leaf().getGrammarElement() instanceof Keyword keyword)) {
            return Optional.empty();
        }
        return KeywordWords.of(keyword.getValue()).map(words -> new Markdown().paragraph(Markdown.code(keyword.getValue()) + ": " + words));
    }
}
