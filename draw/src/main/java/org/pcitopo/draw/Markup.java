package org.pcitopo.draw;

/** Text inside HTML and SVG. */
final class Markup {

    private Markup() {
    }

    /** {@code text} as it has to be written in content and in attributes; characters that XML cannot hold become U+FFFD. */
    static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(isAllowed(point) ? point : 0xfffd);
            }
        });
        return result.toString();
    }

    private static boolean isAllowed(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        boolean surrogate = point >= 0xd800 && point <= 0xdfff;
        return !control && !surrogate && point != 0xfffe && point != 0xffff;
    }
}
