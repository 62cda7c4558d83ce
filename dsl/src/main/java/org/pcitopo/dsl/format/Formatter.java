package org.pcitopo.dsl.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Lays a text out: four blanks for each block, one blank between tokens, at most one empty line, comments behind code in one
 * column. Lines stay the lines that the author made, except that a block over several lines has its braces at line ends and on
 * lines of their own.
 */
public final class Formatter {

    private static final int INDENTATION = 4;
    private static final int CONTINUATION = 8;

    /** Words that a statement cannot begin with: a line that does goes on with the one before. */
    private static final Set<String> CONTINUES = Set.of(",", ":", "=", "from", "assumed", "derived", "table", "pba", "because", "extends",
            "of", "below", "at", "[", "]", "(", ")");

    private final Set<String> keywords;

    /** @param keywords the keywords and the punctuation of the language */
    public Formatter(Set<String> keywords) {
        this.keywords = Set.copyOf(keywords);
    }

    /** The text, laid out; formatting it again changes nothing. */
    public String format(String text) {
        List<Line> lines = lines(Piece.of(text, keywords));
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.isBlankBefore() && i > 0) {
                result.append('\n');
            }
            result.append(line.text(line.hasComment() ? commentColumn(lines, i) : 0)).append('\n');
        }
        return result.toString();
    }

    /** The column of the comments in the run of lines with comments around line {@code index}. */
    private static int commentColumn(List<Line> lines, int index) {
        int first = index;
        while (first > 0 && lines.get(first - 1).hasComment() && !lines.get(first).isBlankBefore()) {
            first--;
        }
        int width = 0;
        for (int i = first; i < lines.size() && lines.get(i).hasComment() && (i == first || !lines.get(i).isBlankBefore()); i++) {
            width = Math.max(width, lines.get(i).width());
        }
        return width + 1;
    }

    private List<Line> lines(List<Piece> pieces) {
        List<Line> lines = new ArrayList<>();
        Deque<String> blocks = new ArrayDeque<>();
        String statement = "";
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Piece before = i == 0 ? null : pieces.get(i - 1);
            if (piece.is("}") && !blocks.isEmpty()) {
                blocks.pop();
            }
            if (before == null || breaks(before, piece)) {
                int indentation = blocks.size() * INDENTATION + (goesOn(before, piece, blocks) ? CONTINUATION : 0);
                lines.add(new Line(indentation, isBlankBefore(before, piece, blocks)));
                statement = piece.isComment() ? statement : piece.text();
            }
            Line line = lines.get(lines.size() - 1);
            if (piece.kind() == Piece.Kind.LINE_COMMENT) {
                line.comment(piece.text());
            } else {
                line.append(before == null ? "" : separator(before, piece), piece.text());
            }
            if (piece.is("{")) {
                blocks.push(statement);
            }
            if (before != null && (before.is("{") || before.is("}")) && !piece.isComment()) {
                statement = piece.text();
            }
        }
        return lines;
    }

    private static boolean breaks(Piece before, Piece piece) {
        if (before.kind() == Piece.Kind.LINE_COMMENT) {
            return true;
        }
        boolean onSameLine = piece.newlinesBefore() == 0;
        if (piece.isComment() && onSameLine) {
            return false;
        }
        if (piece.is("{")) {
            return false;
        }
        if (before.is("{") && before.opensLines() || piece.is("}") && piece.opensLines()) {
            return true;
        }
        if (before.is("}") && before.opensLines()) {
            return !Set.of("from", "assumed", "derived").contains(piece.text());
        }
        return !onSameLine;
    }

    private static boolean isBlankBefore(Piece before, Piece piece, Deque<String> blocks) {
        if (before == null || before.is("{") || piece.is("}")) {
            return false;
        }
        boolean betweenElements = blocks.isEmpty() && before.is("}") && before.opensLines();
        return betweenElements || piece.newlinesBefore() > 1;
    }

    /** Whether a line that begins with {@code piece} goes on with the statement of the line before. */
    private static boolean goesOn(Piece before, Piece piece, Deque<String> blocks) {
        if (before == null || piece.isComment() || before.is("{") || before.is("}")) {
            return false;
        }
        if (before.is(",")) {
            return true;
        }
        boolean list = Set.of("e820", "iommu-group").contains(blocks.isEmpty() ? "" : blocks.peek());
        return !list && (piece.kind() != Piece.Kind.KEYWORD || CONTINUES.contains(piece.text()));
    }

    private static String separator(Piece before, Piece piece) {
        boolean tight = before.is("[") || before.is("(") || piece.is("]") || piece.is(")") || piece.is(",")
                || before.is("BIOS-e820") && piece.is(":")
                || piece.is(":") && before.kind() != Piece.Kind.STRING && isNumber(before)
                || piece.is(":") && before.kind() == Piece.Kind.STRING
                || before.is(":") && Character.isDigit(piece.text().charAt(0));
        return tight ? "" : " ";
    }

    private static boolean isNumber(Piece piece) {
        return piece.kind() == Piece.Kind.LITERAL && Character.isDigit(piece.text().charAt(0));
    }
}
