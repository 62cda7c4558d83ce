package org.pcitopo.dsl.ide.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.MatrixCells;

/** Names for boots of which the same is true: {@code stock}, {@code stock (6.1, 6.12)}, {@code stock (64K)}. */
public final class BootNames {

    private final List<BootView> all;

    /** @param all every boot, so that a name says no more than is needed to tell them apart */
    public BootNames(List<BootView> all) {
        this.all = List.copyOf(all);
    }

    /** The names of {@code some}, in their order. */
    public String of(List<BootView> some) {
        Map<String, List<BootView>> byName = new LinkedHashMap<>();
        some.forEach(boot -> byName.computeIfAbsent(boot.name(), name -> new ArrayList<>()).add(boot));
        return byName.values().stream().map(this::ofOne).collect(Collectors.joining(", "));
    }

    /** What tells {@code some} cells of one boot from its others: {@code (6.1; 4K), (6.12)}; empty where all are meant. */
    public String marks(List<BootView> some) {
        return String.join(", ", cells(some));
    }

    private String ofOne(List<BootView> cells) {
        BootView first = cells.get(0);
        boolean several = all.stream().anyMatch(boot -> boot.name().equals(first.name()) && !boot.id().host().equals(first.id().host()));
        String name = several ? first.name() + " of " + first.id().host() : first.name();
        List<String> marks = cells(cells);
        return marks.isEmpty() ? name : marks.stream().map(mark -> name + " " + mark).collect(Collectors.joining(", "));
    }

    /** One mark for each kind of cells; none where all cells of the boot are meant. */
    private List<String> cells(List<BootView> some) {
        BootView first = some.get(0);
        List<BootId> whole = all.stream()
                .filter(boot -> boot.name().equals(first.name()) && boot.id().host().equals(first.id().host())).map(BootView::id).toList();
        return MatrixCells.of(some.stream().map(BootView::id).toList(), whole).stream().map(BootNames::mark).toList();
    }

    private static String mark(MatrixCells cells) {
        String kernels = String.join(", ", cells.kernels());
        String pages = cells.pageSizes().stream().map(Literals::sizeText).collect(Collectors.joining(", "));
        return "(" + Stream.of(kernels, pages).filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")) + ")";
    }
}
