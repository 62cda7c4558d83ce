package org.pcitopo.dsl.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.Platform;
import org.pcitopo.dsl.names.BootChain;

/** The elements that a boot is made from. */
public final class Ingredients {

    private Ingredients() {
    }

    /** The elements that {@code boot} is made from, it and those of its host included. */
    public static Set<Element> of(Boot boot) {
        List<Boot> chain = BootChain.of(boot);
        Set<Element> elements = new HashSet<>(chain);
        chain.forEach(one -> addTypes(one, elements));
        chain.stream().map(Boot::getHost).filter(host -> host != null).findFirst().ifPresent(host -> elements.addAll(of(host)));
        return elements;
    }

    /** The elements that {@code host} is made from, itself included. */
    public static Set<Element> of(Host host) {
        Set<Element> elements = new HashSet<>();
        elements.add(host);
        for (Platform next = host.getPlatform(); next != null && elements.add(next);) {
            next = next.getBase();
        }
        addTypes(host, elements);
        return elements;
    }

    /** As {@link #of(Boot)}, for a boot to simulate. */
    public static Set<Element> of(LoweredBoot boot) {
        Optional<Boot> written = boot.text();
        return written.map(Ingredients::of).orElseGet(() -> of(boot.host()));
    }

    private static void addTypes(EObject element, Set<Element> elements) {
        for (Function function : EcoreUtil2.getAllContentsOfType(element, Function.class)) {
            for (DeviceType next = function.getType(); next != null && elements.add(next);) {
                next = next.getBase();
            }
        }
    }
}
