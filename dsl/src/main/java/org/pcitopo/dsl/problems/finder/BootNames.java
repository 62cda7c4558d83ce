package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.rule.Quantities;

/** How messages name boots: as briefly as they can be told apart. */
final class BootNames {

    private static final int MOST = 6;

    private final Map<Name, List<BootId>> matrices = new HashMap<>();

    /** What the cells of one matrix have in common. */
    private record Name(String host, String boot) {
    }

    /** @param all every boot that was looked at */
    BootNames(List<BootId> all) {
        all.forEach(boot -> matrices.computeIfAbsent(new Name(boot.host(), boot.boot()), name -> new ArrayList<>()).add(boot));
    }

    /** {@code  in boot "worse"}, {@code  in boots "stock" (Linux 6.1 and 6.12) and "worse"}; nothing where no boot has a name. */
    String in(List<BootId> boots) {
        Map<String, List<BootId>> byName = new LinkedHashMap<>();
        boots.stream().filter(boot -> !boot.boot().isEmpty())
                .forEach(boot -> byName.computeIfAbsent(boot.boot(), name -> new ArrayList<>()).add(boot));
        List<String> names = byName.entrySet().stream()
                .map(entry -> '"' + entry.getKey() + '"' + cells(entry.getValue())).toList();
        if (names.isEmpty()) {
            String cells = cells(boots);
            return cells.isEmpty() ? "" : " on " + cells.substring(" (".length(), cells.length() - 1);
        }
        return (names.size() == 1 ? " in boot " : " in boots ") + Quantities.list(names, MOST);
    }

    /** {@code 6.1 and 6.12}. */
    String kernels(List<BootId> boots) {
        return Quantities.list(boots.stream().map(BootId::kernel).distinct().toList(), MOST);
    }

    /** Which cells of one matrix, where it has several and these are not all. */
    private String cells(List<BootId> some) {
        BootId first = some.get(0);
        List<BootId> matrix = matrices.getOrDefault(new Name(first.host(), first.boot()), List.of());
        if (some.size() >= matrix.size()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (matrix.stream().map(BootId::kernel).distinct().count() > 1) {
            parts.add("Linux " + kernels(some));
        }
        if (matrix.stream().map(BootId::pageSize).distinct().count() > 1) {
            parts.add("pages of "
                    + Quantities.list(some.stream().map(BootId::pageSize).distinct().map(Quantities::size).toList(), MOST));
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }
}
