package org.pcitopo.dsl.problems.rule;

import java.util.List;
import org.pcitopo.dsl.literals.Literals;

/** Sizes and lists as messages write them. */
public final class Quantities {

    private Quantities() {
    }

    /** {@code 256 B}, {@code 16K}, {@code 5M}. */
    public static String size(long bytes) {
        String text = Literals.sizeText(bytes);
        return Character.isDigit(text.charAt(text.length() - 1)) ? text + " B" : text;
    }

    /** {@code 1 function}, {@code 3 functions}. */
    public static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; of more than {@code most} the rest is counted. */
    public static String list(List<String> items, int most) {
        if (items.size() > most) {
            return String.join(", ", items.subList(0, most)) + " and " + (items.size() - most) + " more";
        }
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
