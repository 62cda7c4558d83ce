package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pcitopo.dsl.ide.text.LineIndex;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/**
 * Statements of one block with the lines that are theirs: their own, and the comments right above.
 *
 * @param text the file
 * @param chunks one for each statement, in the order of the text
 * @param areWhole whether no two share a line, so that they can change places
 */
record StatementLines(String text, List<Chunk> chunks, boolean areWhole) {

    /**
     * A statement with its lines.
     *
     * @param from offset of the first character
     * @param to offset behind the last line end
     */
    record Chunk(Statement statement, int from, int to) {
    }

    static StatementLines of(Snapshot snapshot, List<? extends Statement> statements) {
        LineIndex lines = snapshot.lines();
        List<Chunk> chunks = new ArrayList<>();
        boolean whole = true;
        int end = -1;
        for (Statement statement : statements) {
            TextRegion region = Regions.of(statement);
            int first = lines.lineOf(region.offset());
            int last = lines.lineOf(region.end());
            whole &= lines.line(first).substring(0, region.offset() - lines.start(first)).isBlank() && first > end
                    && isComment(lines.line(last).substring(region.end() - lines.start(last)));
            while (first - 1 > end && lines.line(first - 1).strip().startsWith("//")) {
                first--;
            }
            end = last;
            chunks.add(new Chunk(statement, lines.start(first), lines.start(last + 1)));
        }
        return new StatementLines(snapshot.text(), List.copyOf(chunks), whole);
    }

    private static boolean isComment(String rest) {
        return rest.isBlank() || rest.strip().startsWith("//");
    }

    /** Characters {@code from} to {@code to}, with {@code order} in the places of the chunks, each as {@code write} gives it. */
    String rewrite(int from, int to, List<Chunk> order, Function<Chunk, String> write) {
        if (!areWhole) {
            return text.substring(from, to);
        }
        StringBuilder result = new StringBuilder();
        int done = from;
        for (int i = 0; i < chunks.size(); i++) {
            result.append(text, done, chunks.get(i).from()).append(write.apply(order.get(i)));
            done = chunks.get(i).to();
        }
        return result.append(text, done, to).toString();
    }
}
