package org.pcitopo.dsl.ide.cursor;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Outcomes;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.model.AddressSelector;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.IdSelector;
import org.pcitopo.dsl.model.NameSelector;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.model.VfSelector;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.topology.DeviceIds;
import org.pcitopo.simulator.topology.PciAddress;

/** Which functions a selector of the text means. */
public final class Selections {

    private Selections() {
    }

    /** The functions meant, in every boot that the selector is written for; for virtual functions the physical ones. */
    public static List<Seen.OfFunction> functions(Outcomes outcomes, Selector selector) {
        return boots(outcomes, selector).stream().flatMap(boot -> boot.simulation().assignment().functions().stream()
                .filter(function -> means(selector, boot, function)).map(function -> new Seen.OfFunction(boot, function))).toList();
    }

    private static List<BootView> boots(Outcomes outcomes, Selector selector) {
        Boot boot = EcoreUtil2.getContainerOfType(selector, Boot.class);
        if (boot != null) {
            return outcomes.bootsOf(boot);
        }
        Host host = EcoreUtil2.getContainerOfType(selector, Host.class);
        return host == null ? List.of() : outcomes.bootsOfHost(host);
    }

    private static boolean means(Selector selector, BootView boot, EnumeratedFunction function) {
        if (selector instanceof AddressSelector address) {
            return PciAddress.parse(address.getAddress()).filter(function.address()::equals).isPresent();
        }
        if (selector instanceof IdSelector ids) {
            return hasIds(function.description().ids(), ids);
        }
        if (selector instanceof NameSelector name) {
            return boot.lowered().sources().of(function.description())
                    .filter(text -> text.function() == name.getTarget() || isOf(text.function(), name)).isPresent();
        }
        return selector instanceof VfSelector vf && vf.getFunction() != null && means(vf.getFunction(), boot, function);
    }

    private static boolean isOf(Function function, NameSelector name) {
        DeviceType next = function.getType();
        for (int depth = 0; next != null && depth < 100; depth++) {
            if (next == name.getTarget()) {
                return true;
            }
            next = next.getBase();
        }
        return false;
    }

    private static boolean hasIds(DeviceIds ids, IdSelector wanted) {
        boolean same = ids.toString().equalsIgnoreCase(wanted.getIds());
        return same && (wanted.getSubsystem() == null
                || String.format("%04x:%04x", ids.subsystemVendor(), ids.subsystemDevice()).equalsIgnoreCase(wanted.getSubsystem()));
    }
}
