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

    private String ofOne(List<BootView> cells) {
        BootView first = cells.get(0);
        List<BootView> whole = all.stream()
                .filter(boot -> boot.name().equals(first.name()) && boot.id().host().equals(first.id().host())).toList();
        boolean several = all.stream().anyMatch(boot -> boot.name().equals(first.name()) && !boot.id().host().equals(first.id().host()));
        String name = several ? first.name() + " of " + first.id().host() : first.name();
        if (whole.size() == Set.copyOf(cells).size()) {
            return name;
        }
        List<String> marks = new ArrayList<>();
        if (kernels(whole).size() > 1) {
            marks.add(String.join(", ", kernels(cells)));
        }
        if (pageSizes(whole).size() > 1) {
            marks.add(String.join(", ", pageSizes(cells)));
        }
        return name + " (" + String.join("; ", marks) + ")";
    }

    private static Set<String> kernels(List<BootView> boots) {
        return boots.stream().map(boot -> boot.id().kernel()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> pageSizes(List<BootView> boots) {
        return boots.stream().map(boot -> Literals.sizeText(boot.pageSize())).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
