package org.pcitopo.conformance.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two lists of lines, compared line by line.
 *
 * @param equal lines that both have, as often as both have them
 * @param missing lines of the real list that were not predicted, in order
 * @param extra predicted lines that the real list does not have, in order
 * @param inOrder lines of a longest common subsequence: as many as {@code equal} where the order is the same
 */
public record LogComparison(List<String> equal, List<String> missing, List<String> extra, int inOrder) {

    public LogComparison {
        equal = List.copyOf(equal);
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
    }

    /** Whether both lists are the same. */
    public boolean isIdentical() {
        return missing.isEmpty() && extra.isEmpty() && inOrder == equal.size();
    }

    /** Compares {@code real} with {@code predicted}. */
    public static LogComparison of(List<String> real, List<String> predicted) {
        Map<String, Integer> open = new HashMap<>();
        predicted.forEach(line -> open.merge(line, 1, Integer::sum));
        List<String> equal = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String line : real) {
            (take(open, line) ? equal : missing).add(line);
        }
        Map<String, Integer> there = new HashMap<>();
        real.forEach(line -> there.merge(line, 1, Integer::sum));
        List<String> extra = predicted.stream().filter(line -> !take(there, line)).toList();
        return new LogComparison(equal, missing, extra, common(real, predicted));
    }

    private static boolean take(Map<String, Integer> counts, String line) {
        int left = counts.getOrDefault(line, 0);
        counts.put(line, left - 1);
        return left > 0;
    }

    private static int common(List<String> real, List<String> predicted) {
        int[] before = new int[predicted.size() + 1];
        for (String line : real) {
            int[] now = new int[predicted.size() + 1];
            for (int i = 0; i < predicted.size(); i++) {
                now[i + 1] = line.equals(predicted.get(i)) ? before[i] + 1 : Math.max(now[i], before[i + 1]);
            }
            before = now;
        }
        return before[predicted.size()];
    }
}
