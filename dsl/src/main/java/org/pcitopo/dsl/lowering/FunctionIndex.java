package org.pcitopo.dsl.lowering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcitopo.dsl.model.AddressSelector;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.IdSelector;
import org.pcitopo.dsl.model.Identity;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.Subsystem;
import org.pcitopo.dsl.model.VfSelector;
import org.pcitopo.simulator.topology.PciAddress;

/** Finds the functions of a host that a selector means. */
final class FunctionIndex {

    private final List<Numbering> numberings;
    private final Problems problems;

    /** @param numberings those of all host bridges of the host */
    FunctionIndex(List<Numbering> numberings, Problems problems) {
        this.numberings = numberings;
        this.problems = problems;
    }

    /** The functions meant, by address; none is a problem, except behind a name that links nowhere, which is one already. */
    List<Function> find(Selector selector) {
        List<Function> found = new ArrayList<>();
        if (selector instanceof NameSelector name && (name.getTarget() == null || name.getTarget().eIsProxy())) {
            return found;
        }
        numberings.stream().flatMap(numbering -> numbering.addresses().entrySet().stream()).filter(entry -> means(selector, entry))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).forEach(entry -> found.add(entry.getKey()));
        if (found.isEmpty()) {
            problems.add(LoweringProblem.Kind.NO_SUCH_FUNCTION, selector, null, "no function of this host is meant by this");
        }
        return found;
    }

    /** The one function meant; several are a problem as well. */
    Optional<Function> findOne(Selector selector) {
        List<Function> found = find(selector);
        if (found.size() > 1) {
            problems.add(LoweringProblem.Kind.WRONG_FUNCTION, selector, null,
                    found.size() + " functions of this host are meant by this, but it has to be one");
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    Optional<PciAddress> address(Function function) {
        return numberings.stream().flatMap(numbering -> numbering.address(function).stream()).findFirst();
    }

    private boolean means(Selector selector, Map.Entry<Function, PciAddress> candidate) {
        Function function = candidate.getKey();
        if (selector instanceof NameSelector name) {
            return name.getTarget() == function || name.getTarget() instanceof DeviceType type && isOf(function, type);
        }
        if (selector instanceof AddressSelector address) {
            return PciAddress.parse(address.getAddress()).equals(Optional.of(candidate.getValue()));
        }
        if (selector instanceof IdSelector ids) {
            return hasIds(function, ids);
        }
        return selector instanceof VfSelector vf && means(vf.getFunction(), candidate);
    }

    static boolean isOf(Function function, DeviceType type) {
        List<DeviceType> seen = new ArrayList<>();
        for (DeviceType next = function.getType(); next != null && !next.eIsProxy() && !seen.contains(next); next = next.getBase()) {
            if (next == type) {
                return true;
            }
            seen.add(next);
        }
        return false;
    }

    private boolean hasIds(Function function, IdSelector wanted) {
        FunctionMembers members = FunctionMembers.of(function, problems);
        boolean same = members.last(Identity.class).map(identity -> identity.getIds().equalsIgnoreCase(wanted.getIds()))
                .orElse(false);
        return same && (wanted.getSubsystem() == null || wanted.getSubsystem().equalsIgnoreCase(subsystemOf(members)));
    }

    private static String subsystemOf(FunctionMembers members) {
        String subsystem = "";
        for (Statement member : members.all(Statement.class)) {
            if (member instanceof Identity identity && identity.getSubsystem() != null) {
                subsystem = identity.getSubsystem();
            } else if (member instanceof Subsystem own) {
                subsystem = own.getIds();
            }
        }
        return subsystem;
    }
}
