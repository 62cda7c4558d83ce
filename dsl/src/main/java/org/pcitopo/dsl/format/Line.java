package org.pcitopo.dsl.format;

/** A line of formatted text while it is put together. */
final class Line {

    private final int indentation;
    private final boolean blankBefore;
    private final StringBuilder code = new StringBuilder();
    private String comment = "";

    Line(int indentation, boolean blankBefore) {
        this.indentation = indentation;
        this.blankBefore = blankBefore;
    }

    void append(String separator, String text) {
        code.append(code.length() == 0 ? "" : separator).append(text);
    }

    void comment(String text) {
        comment = text;
    }

    boolean isBlankBefore() {
        return blankBefore;
    }

    /** Whether it is code with a comment behind. */
    boolean hasComment() {
        return !comment.isEmpty() && code.length() > 0 && code.indexOf("\n") < 0;
    }

    /** Characters before the comment. */
    int width() {
        return indentation + code.length();
    }

    String text(int commentColumn) {
        String start = " ".repeat(code.length() == 0 && comment.isEmpty() ? 0 : indentation) + code;
        if (comment.isEmpty()) {
            return start;
        }
        return code.length() == 0 ? start + comment : start + " ".repeat(Math.max(1, commentColumn - start.length())) + comment;
    }
}
