package org.pcitopo.conformance.machine;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Which device numbers the devices of a bus get where the machine has functions of its own on it. Their order stays, because
 * the kernel places equals in the order of their numbers; a device moves only where its number is taken.
 */
final class DeviceNumbers {

    private static final int HIGHEST = 0x1f;

    private DeviceNumbers() {
    }

    /**
     * The number for each of {@code wanted} that finds one.
     *
     * @param taken which numbers the machine needs itself
     */
    static SortedMap<Integer, Integer> of(Collection<Integer> wanted, IntPredicate taken) {
        SortedMap<Integer, Integer> numbers = new TreeMap<>();
        SortedSet<Integer> ascending = new TreeSet<>(wanted);
        int next = 0;
        for (int device : ascending) {
            next = Math.max(next, device);
            while (next <= HIGHEST && taken.test(next)) {
                next++;
            }
            if (next <= HIGHEST) {
                numbers.put(device, next++);
            }
        }
        return numbers.size() == ascending.size() ? numbers : packed(ascending, taken);
    }

    /** Without gaps, from the lowest number: those at the end find one as well, as far as there are enough. */
    private static SortedMap<Integer, Integer> packed(SortedSet<Integer> ascending, IntPredicate taken) {
        SortedMap<Integer, Integer> numbers = new TreeMap<>();
        int next = 0;
        for (int device : ascending) {
            while (next <= HIGHEST && taken.test(next)) {
                next++;
            }
            if (next <= HIGHEST) {
                numbers.put(device, next++);
            }
        }
        return numbers;
    }
}
