package org.pcitopo.dsl.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {

    private Spelling() {
    }

    /** The word of {@code known} that differs least from {@code written}, empty where all differ too much. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream().filter(word -> !word.equals(written) && distance(written, word) <= tolerance(written, word))
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(word -> letters(word).equals(letters(written)) ? 0 : 1)
                        .thenComparing(Comparator.comparingInt((String word) -> commonPrefix(written, word)).reversed())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** People begin words rightly. */
    private static int commonPrefix(String written, String word) {
        int length = 0;
        while (length < Math.min(written.length(), word.length()) && written.charAt(length) == word.charAt(length)) {
            length++;
        }
        return length;
    }

    private static int tolerance(String written, String word) {
        return Math.max(1, Math.max(written.length(), word.length()) / 3);
    }

    private static String letters(String word) {
        return word.chars().sorted().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The number of single-character edits between the two, an exchange of neighbours being one; letter case aside. */
    static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] beforePrevious = new int[to.length() + 1];
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                boolean exchanged = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
                if (exchanged) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[to.length()];
    }
}
