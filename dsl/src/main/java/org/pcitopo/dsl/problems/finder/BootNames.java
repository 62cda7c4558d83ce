package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.MatrixCells;
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

    /** Whether {@code boots} are not all cells of their matrices, so that who reads of them has to know which are meant. */
    boolean areSome(List<BootId> boots) {
        return boots.stream().collect(Collectors.groupingBy(boot -> new Name(boot.host(), boot.boot()))).entrySet().stream()
                .anyMatch(entry -> entry.getValue().size() < matrices.getOrDefault(entry.getKey(), List.of()).size());
    }

    /** {@code 6.1 and 6.12}. */
    String kernels(List<BootId> boots) {
        return Quantities.list(boots.stream().map(BootId::kernel).distinct().toList(), MOST);
    }

    /** Which cells of one matrix, where it has several and these are not all. */
    private String cells(List<BootId> some) {
        BootId first = some.get(0);
        List<MatrixCells> cells = MatrixCells.of(some, matrices.getOrDefault(new Name(first.host(), first.boot()), List.of()));
        return cells.isEmpty() ? "" : " (" + cells.stream().map(BootNames::words).collect(Collectors.joining("; ")) + ")";
    }

    private static String words(MatrixCells cells) {
        List<String> parts = new ArrayList<>();
        if (!cells.kernels().isEmpty()) {
            parts.add("Linux " + Quantities.list(cells.kernels(), MOST));
        }
        if (!cells.pageSizes().isEmpty()) {
            parts.add("pages of " + Quantities.list(cells.pageSizes().stream().map(Quantities::size).toList(), MOST));
        }
        return String.join(", ", parts);
    }
}
