package org.pcitopo.dsl.ide.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.dsl.literals.Literals;

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

    /** Kernels with the page sizes that they have in common, one mark for each; none where all cells of the boot are meant. */
    private List<String> cells(List<BootView> some) {
        BootView first = some.get(0);
        List<BootView> whole = all.stream()
                .filter(boot -> boot.name().equals(first.name()) && boot.id().host().equals(first.id().host())).toList();
        if (whole.size() == Set.copyOf(some).size()) {
            return List.of();
        }
        Map<String, Set<String>> pagesOf = new LinkedHashMap<>();
        some.forEach(boot -> pagesOf.computeIfAbsent(boot.id().kernel(), kernel -> new LinkedHashSet<>()).add(Literals.sizeText(boot.pageSize())));
        Map<Set<String>, List<String>> kernelsWith = new LinkedHashMap<>();
        pagesOf.forEach((kernel, pages) -> kernelsWith.computeIfAbsent(pages, same -> new ArrayList<>()).add(kernel));
        return kernelsWith.entrySet().stream().map(entry -> {
            List<String> parts = new ArrayList<>();
            if (entry.getValue().size() < kernels(whole).size()) {
                parts.add(String.join(", ", entry.getValue()));
            }
            if (entry.getKey().size() < pageSizes(whole).size()) {
                parts.add(String.join(", ", entry.getKey()));
            }
            return "(" + String.join("; ", parts) + ")";
        }).toList();
    }

    private static Set<String> kernels(List<BootView> boots) {
        return boots.stream().map(boot -> boot.id().kernel()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> pageSizes(List<BootView> boots) {
        return boots.stream().map(boot -> Literals.sizeText(boot.pageSize())).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
