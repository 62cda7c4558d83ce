package org.pcitopo.dsl.ide.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/**
 * Text with markup as an editor can show it.
 *
 * @param markdown whether it shows Markdown; else it gets plain text
 */
public record Markup(boolean markdown) {

    /** For an editor that shows the formats {@code kinds}; one that says nothing shows plain text. */
    public static Markup of(Optional<List<String>> kinds) {
        return new Markup(kinds.filter(known -> known.contains(MarkupKind.MARKDOWN)).isPresent());
    }

    /** {@code text}, which is Markdown, as the editor shows it. */
    public MarkupContent content(String text) {
        return markdown ? new MarkupContent(MarkupKind.MARKDOWN, text) : new MarkupContent(MarkupKind.PLAINTEXT, plain(text));
    }

    /** {@code markdown} without its markup: tables become columns, blocks stay as they are. */
    public static String plain(String markdown) {
        List<String> lines = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        boolean block = false;
        for (String line : markdown.lines().toList()) {
            boolean fence = line.startsWith("```");
            if (!block && !fence && line.startsWith("|")) {
                if (!line.startsWith("| :---")) {
                    table.add(cells(line));
                }
                continue;
            }
            flush(table, lines);
            if (fence) {
                block = !block;
            } else {
                lines.add(block ? line : words(line.replaceFirst("^#+ ", "")));
            }
        }
        flush(table, lines);
        return String.join("\n", lines).strip();
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.substring(1).split("(?<!\\\\)\\|")) {
            cells.add(words(cell.strip()));
        }
        return cells;
    }

    private static void flush(List<List<String>> table, List<String> lines) {
        int columns = table.stream().mapToInt(List::size).max().orElse(0);
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                int column = i;
                int width = table.stream().filter(other -> other.size() > column).mapToInt(other -> other.get(column).length()).max().orElse(0);
                line.append(i < row.size() ? row.get(i) : "").append(" ".repeat(Math.max(0, width - (i < row.size() ? row.get(i).length() : 0)))).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        table.clear();
    }

    /** Emphasis goes, and what was escaped stands for itself; code stays as it is. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`') {
                code = !code;
            } else if (!code && c == '\\' && i + 1 < text.length()) {
                words.append(text.charAt(++i));
            } else if (code || !text.startsWith("**", i)) {
                words.append(c);
            } else {
                i++;
            }
        }
        return words.toString();
    }
}
