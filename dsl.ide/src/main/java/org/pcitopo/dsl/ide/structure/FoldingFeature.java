package org.pcitopo.dsl.ide.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.lexer.TokenScanner;

/** Blocks between braces, comments over several lines, and runs of imports. Told by tokens, so that broken files fold as well. */
public final class FoldingFeature {

    private final Set<String> keywords;

    private final int most;

    /** @param most how many ranges the editor wants */
    public FoldingFeature(Set<String> keywords, int most) {
        this.keywords = Set.copyOf(keywords);
        this.most = most;
    }

    public List<FoldingRange> ranges(Snapshot snapshot) {
        List<FoldingRange> ranges = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        LineIndex lines = snapshot.lines();
        int firstImport = -1;
        int lastImport = -1;
        TokenScanner scanner = new TokenScanner(snapshot.text(), keywords);
        while (scanner.next()) {
            int line = lines.lineOf(scanner.start());
            if (scanner.isKeyword()) {
                switch (scanner.token()) {
                    case "{" -> open.push(line);
                    case "}" -> {
                        if (!open.isEmpty()) {
                            add(ranges, open.pop(), line - 1, null);
                        }
                    }
                    case "import" -> {
                        firstImport = firstImport < 0 ? line : firstImport;
                        lastImport = line;
                    }
                    default -> {
                        // Folds nothing.
                    }
                }
            } else if (scanner.is(TokenScanner.BLOCK_COMMENT)) {
                add(ranges, line, lines.lineOf(scanner.end()), FoldingRangeKind.Comment);
            }
        }
        add(ranges, firstImport, lastImport, FoldingRangeKind.Imports);
        return ranges.size() > most ? ranges.subList(0, most) : ranges;
    }

    private static void add(List<FoldingRange> ranges, int from, int to, String kind) {
        if (from >= 0 && to > from) {
            FoldingRange range = new FoldingRange(from, to);
            range.setKind(kind);
            ranges.add(range);
        }
    }
}
