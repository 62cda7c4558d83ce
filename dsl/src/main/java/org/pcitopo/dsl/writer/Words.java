package org.pcitopo.dsl.writer;

import java.util.HashSet;
import java.util.Set;
import org.pcitopo.dsl.lexer.TokenShape;

/** Turns any text into a name of the language, each name once. */
final class Words {

    private final Set<String> keywords;
    private final Set<String> taken = new HashSet<>();

    Words(Set<String> keywords) {
        this.keywords = keywords;
    }

    /** A name as near to {@code text} as the language allows, and not given before. */
    String name(String text) {
        String base = word(text);
        String candidate = base;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = base + "-" + i;
        }
        return keywords.contains(candidate) ? "^" + candidate : candidate;
    }

    /** {@code text} itself where it is a word that is no keyword, else in quotes. */
    static boolean isWord(String text) {
        return TokenShape.WORD.fits(text) && !text.startsWith("^") && !TokenShape.BUS_RANGE.fits(text)
                && !TokenShape.PLAIN_RANGE.fits(text);
    }

    private static String word(String text) {
        String letters = text.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String word = letters.isEmpty() || !Character.isLetter(letters.charAt(0)) && letters.charAt(0) != '_' ? "m-" + letters
                : letters;
        return isWord(word) ? word : "m-" + word;
    }
}
