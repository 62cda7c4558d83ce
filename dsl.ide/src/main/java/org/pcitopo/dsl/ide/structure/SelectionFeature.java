package org.pcitopo.dsl.ide.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.xtext.nodemodel.INode;
import org.pcitopo.dsl.ide.cursor.Cursor;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.KernelWord;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.source.TextRegion;

/** Grows a selection: token, statement, block, element, file; inside a command line entry, option, word, string. */
public final class SelectionFeature {

    public SelectionRange range(Snapshot snapshot, Position position) {
        SelectionRange result = new SelectionRange(snapshot.lines().range(0, snapshot.text().length()), null);
        Optional<Found> found = Cursor.at(snapshot.document(), snapshot.lines().offset(position));
        if (found.isEmpty()) {
            return result;
        }
        for (TextRegion region : regions(snapshot, found.get())) {
            var range = snapshot.lines().range(region);
            if (!range.equals(result.getRange())) {
                result = new SelectionRange(range, result);
            }
        }
        return result;
    }

    /** From the largest to the smallest. */
    private static List<TextRegion> regions(Snapshot snapshot, Found found) {
        List<TextRegion> regions = new ArrayList<>();
        for (INode node = found.leaf(); node != null && node.getParent() != null; node = node.getParent()) {
            var text = node.getTextRegion();
            regions.add(0, new TextRegion(snapshot.file().toString(), text.getOffset(), text.getLength()));
        }
        if (found.subject() instanceof Subject.KernelText text) {
            regions.add(text.string().region(0, text.string().value().length()));
            text.string().boots(snapshot.document()).stream().findFirst().ifPresent(boot -> KernelWord.all(text.string(), boot).stream()
                    .filter(word -> word.token().offset() <= text.index() && text.index() <= word.token().end())
                    .sorted(Comparator.comparingInt(word -> -word.token().length()))
                    .forEach(word -> regions.add(text.string().region(word.token().offset(), word.token().end()))));
        }
        return regions;
    }
}
