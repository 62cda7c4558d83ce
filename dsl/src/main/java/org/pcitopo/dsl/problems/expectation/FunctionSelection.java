package org.pcitopo.dsl.problems.expectation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.dsl.model.AddressSelector;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.IdSelector;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.model.VfSelector;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.Sriov;

/** The functions of a boot that a selector means. */
final class FunctionSelection {

    private final BootContext boot;

    FunctionSelection(BootContext boot) {
        this.boot = boot;
    }

    /** Their addresses; an address that is written counts even where no function is there. */
    Set<PciAddress> addresses(Selector selector) {
        if (selector instanceof AddressSelector address) {
            return PciAddress.parse(address.getAddress()).map(Set::of).orElse(Set.of());
        }
        if (selector instanceof VfSelector vf) {
            return virtualFunctions(vf);
        }
        return boot.simulation().assignment().functions().stream().filter(function -> means(selector, function))
                .map(EnumeratedFunction::address).collect(Collectors.toSet());
    }

    private boolean means(Selector selector, EnumeratedFunction function) {
        if (selector instanceof NameSelector name) {
            Optional<org.pcitopo.dsl.model.Function> written =
                    boot.lowered().sources().of(function.description()).map(text -> text.function());
            return written.isPresent() && (name.getTarget() == written.get()
                    || name.getTarget() instanceof DeviceType type && isOf(written.get(), type));
        }
        return selector instanceof IdSelector ids && hasIds(function.description().ids(), ids);
    }

    private static boolean isOf(org.pcitopo.dsl.model.Function function, DeviceType type) {
        Set<DeviceType> seen = new HashSet<>();
        DeviceType next = function.getType();
        while (next != null && next != type && seen.add(next)) {
            next = next.getBase();
        }
        return next == type;
    }

    private static boolean hasIds(DeviceIds actual, IdSelector wanted) {
        String subsystem = String.format("%04x:%04x", actual.subsystemVendor(), actual.subsystemDevice());
        return actual.toString().equalsIgnoreCase(wanted.getIds())
                && (wanted.getSubsystem() == null || wanted.getSubsystem().equalsIgnoreCase(subsystem));
    }

    /** VF n has routing id {@code PF + offset + n * stride} (behaviour specification 2.3). */
    private Set<PciAddress> virtualFunctions(VfSelector selector) {
        Set<PciAddress> found = new HashSet<>();
        for (PciAddress physical : addresses(selector.getFunction())) {
            Optional<Sriov> sriov = boot.function(physical).flatMap(function -> function.description().sriov());
            if (sriov.isPresent()) {
                int from = selector.getNumber() == null ? 0 : selector.getNumber();
                int to = selector.getNumber() == null ? sriov.get().totalVfs() : from + 1;
                for (int n = from; n < to; n++) {
                    long id = ((long) physical.bus() << 8 | physical.devfn()) + sriov.get().offset()
                            + (long) sriov.get().stride() * n;
                    if (id <= 0xffff) {
                        found.add(new PciAddress(physical.domain(), (int) (id >> 8), (int) (id >> 3 & 0x1f), (int) (id & 7)));
                    }
                }
            }
        }
        return found;
    }
}
