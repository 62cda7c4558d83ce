package org.pcitopo.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns as wide as their widest cell. Colours are put on after the widths are known. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * One cell.
     *
     * @param text what is measured
     * @param painted the same text with colours
     * @param right whether it stands at the right of its column
     */
    record Cell(String text, String painted, boolean right) {

        static Cell of(String text) {
            return new Cell(text, text, false);
        }

        static Cell right(String text) {
            return new Cell(text, text, true);
        }

        static Cell painted(String text, String painted) {
            return new Cell(text, painted, false);
        }
    }

    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows, each behind {@code indent} and ended by a newline; no blanks at the ends of lines. */
    String text(String indent) {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<Cell> row : rows) {
            text.append(indent);
            int pending = 0;
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                int padding = widths[i] - cell.text().length();
                if (!cell.text().isEmpty()) {
                    text.append(" ".repeat(pending + (cell.right() ? padding : 0))).append(cell.painted());
                    pending = cell.right() ? 0 : padding;
                } else {
                    pending += widths[i];
                }
                pending += GAP.length();
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        return widths;
    }
}
