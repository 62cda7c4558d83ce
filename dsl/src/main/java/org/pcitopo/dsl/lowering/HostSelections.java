package org.pcitopo.dsl.lowering;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.IommuGroupDeclaration;
import org.pcitopo.dsl.model.PassthroughList;
import org.pcitopo.dsl.model.Statement;

/** What is said of functions elsewhere than at the function: IOMMU groups of a host, and what a boot hands to a guest. */
final class HostSelections {

    private final Map<Function, Integer> groups = new IdentityHashMap<>();
    private final Set<Function> passthrough = Collections.newSetFromMap(new IdentityHashMap<>());

    static HostSelections of(Host host, List<PassthroughList> lists, FunctionIndex index) {
        HostSelections selections = new HostSelections();
        for (Statement member : host.getMembers()) {
            if (member instanceof IommuGroupDeclaration group) {
                group.getFunctions().forEach(selector -> index.find(selector)
                        .forEach(function -> selections.groups.put(function, group.getNumber())));
            }
        }
        lists.forEach(list -> list.getFunctions().forEach(selector -> selections.passthrough.addAll(index.find(selector))));
        return selections;
    }

    /** What is said of {@code some}; equal where the same is said of the very same functions. */
    HostSelections of(Set<Function> some) {
        HostSelections part = new HostSelections();
        if (!groups.isEmpty()) {
            some.stream().filter(groups::containsKey).forEach(function -> part.groups.put(function, groups.get(function)));
        }
        if (!passthrough.isEmpty()) {
            some.stream().filter(passthrough::contains).forEach(part.passthrough::add);
        }
        return part;
    }

    boolean isSame(HostSelections other) {
        return groups.equals(other.groups) && passthrough.equals(other.passthrough);
    }

    OptionalInt iommuGroup(Function function) {
        Integer group = groups.get(function);
        return group == null ? OptionalInt.empty() : OptionalInt.of(group);
    }

    boolean isPassthrough(Function function, boolean markedAtFunction) {
        return markedAtFunction || passthrough.contains(function);
    }
}
