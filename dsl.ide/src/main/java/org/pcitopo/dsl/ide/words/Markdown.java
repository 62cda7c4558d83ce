package org.pcitopo.dsl.ide.words;

import java.util.List;
import java.util.stream.Collectors;

/** Collects a text in Markdown. */
public final class Markdown {

    private final StringBuilder text = new StringBuilder();

    /** A paragraph; Markdown in it counts. */
    public Markdown paragraph(String markdown) {
        if (!markdown.isBlank()) {
            gap().append(markdown).append('\n');
        }
        return this;
    }

    /** A block of text as it stands, in a fixed font. */
    public Markdown block(String literal) {
        gap().append("```text\n").append(literal.stripTrailing()).append("\n```\n");
        return this;
    }

    /** A table, left-aligned; a cell is one line. */
    public Markdown table(List<String> heads, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            gap().append(row(heads)).append(row(heads.stream().map(head -> ":---").toList()));
            rows.forEach(cells -> text.append(row(cells)));
        }
        return this;
    }

    public Markdown list(List<String> items) {
        if (!items.isEmpty()) {
            gap();
            items.forEach(item -> text.append("- ").append(item).append('\n'));
        }
        return this;
    }

    public Markdown rule() {
        gap().append("---\n");
        return this;
    }

    public boolean isEmpty() {
        return text.length() == 0;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** {@code literal} in a fixed font; what it holds is not read as Markdown. */
    public static String code(String literal) {
        String fence = literal.contains("`") ? "``" : "`";
        return fence + literal + fence;
    }

    /** {@code literal} in words: what it holds is not read as Markdown. */
    public static String plain(String literal) {
        StringBuilder escaped = new StringBuilder(literal.length());
        literal.chars().forEach(c -> {
            if ("\\`*_{}[]<>#|".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c == '\n' || c == '\r' ? ' ' : (char) c);
        });
        return escaped.toString();
    }

    private StringBuilder gap() {
        return text.length() == 0 ? text : text.append('\n');
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("\n", " ")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
