package org.pcitopo.simulator.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.PciAddress;

/**
 * Which function of one outcome is which of the other. A name counts before the way from the root bus, and that before the
 * address: bus numbers change with what is plugged in and with {@code hpbussize}.
 */
final class Counterparts {

    private final Set<PciAddress> known = new HashSet<>();
    private final Map<PciAddress, PciAddress> afterByBefore = new HashMap<>();
    private final Set<PciAddress> matchedAfter = new HashSet<>();

    private Counterparts() {
    }

    static Counterparts of(List<EnumeratedFunction> before, List<EnumeratedFunction> after) {
        Counterparts found = new Counterparts();
        before.forEach(function -> found.known.add(function.address()));
        after.forEach(function -> found.known.add(function.address()));
        found.match(before, after, function -> function.description().name());
        Map<PciAddress, String> waysBefore = ways(before);
        Map<PciAddress, String> waysAfter = ways(after);
        found.match(before, function -> waysBefore.get(function.address()), after,
                function -> waysAfter.get(function.address()));
        found.match(before, after, function -> function.address().toString());
        return found;
    }

    /** The function of the other outcome, empty where it has none. */
    Optional<PciAddress> after(PciAddress before) {
        return Optional.ofNullable(afterByBefore.get(before));
    }

    /** Whether a function of the second outcome is one of the first. */
    boolean hasBefore(PciAddress after) {
        return matchedAfter.contains(after);
    }

    /** Whether what is said of a function can be compared: it is on both sides, or virtual, which no side enumerates. */
    boolean comparable(PciAddress function) {
        return afterByBefore.containsKey(function) || matchedAfter.contains(function) || !known.contains(function);
    }

    private void match(List<EnumeratedFunction> before, List<EnumeratedFunction> after,
            Function<EnumeratedFunction, String> mark) {
        match(before, mark, after, mark);
    }

    /** Matches those that are not matched yet and whose mark nobody else on their side has. */
    private void match(List<EnumeratedFunction> before, Function<EnumeratedFunction, String> markBefore,
            List<EnumeratedFunction> after, Function<EnumeratedFunction, String> markAfter) {
        Map<String, PciAddress> candidates = unique(after, markAfter);
        unique(before, markBefore).forEach((mark, address) -> {
            PciAddress other = candidates.get(mark);
            if (other != null && !afterByBefore.containsKey(address) && matchedAfter.add(other)) {
                afterByBefore.put(address, other);
            }
        });
    }

    private static Map<String, PciAddress> unique(List<EnumeratedFunction> functions,
            Function<EnumeratedFunction, String> mark) {
        Map<String, PciAddress> byMark = new LinkedHashMap<>();
        Set<String> repeated = new HashSet<>();
        for (EnumeratedFunction function : functions) {
            String text = mark.apply(function);
            if (text.isEmpty() || byMark.putIfAbsent(text, function.address()) != null) {
                repeated.add(text);
            }
        }
        byMark.keySet().removeAll(repeated);
        return byMark;
    }

    /** {@code 0000:00:01.0/00.0}: root bus, then device and function of each bridge on the way. */
    private static Map<PciAddress, String> ways(List<EnumeratedFunction> functions) {
        Map<PciAddress, String> ways = new HashMap<>();
        for (EnumeratedFunction function : functions) {
            String above = function.parent().map(ways::get).orElse("");
            PciAddress address = function.address();
            ways.put(address, above.isEmpty() ? address.toString() : above + "/" + address.device() + "." + address.function());
        }
        return ways;
    }
}
