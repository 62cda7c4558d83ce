package org.pcitopo.dsl.lowering;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.DeviceType;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.Platform;
import org.pcitopo.dsl.model.Plug;
import org.pcitopo.dsl.names.BootChain;

/** The elements that a boot is made from. */
public final class Ingredients {

    private Ingredients() {
    }

    /** The elements that {@code boot} is made from, it and those of its host included. */
    public static Set<Element> of(Boot boot) {
        List<Boot> chain = BootChain.of(boot);
        Set<Element> elements = new HashSet<>(chain);
        chain.stream().flatMap(one -> one.getMembers().stream()).filter(Plug.class::isInstance)
                .map(plug -> ((Plug) plug).getFunction()).filter(function -> function != null)
                .forEach(function -> addTypes(function, elements));
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
        host.getMembers().stream().filter(HostBridge.class::isInstance).map(HostBridge.class::cast)
                .forEach(hostBridge -> elements.addAll(typesBelow(hostBridge)));
        return elements;
    }

    /** As {@link #of(Boot)}, for a boot to simulate. */
    public static Set<Element> of(LoweredBoot boot) {
        Optional<Boot> written = boot.text();
        return written.map(Ingredients::of).orElseGet(() -> of(boot.host()));
    }

    /** The device types that the functions below {@code hostBridge} are of, directly or not. */
    static Set<DeviceType> typesBelow(HostBridge hostBridge) {
        Set<DeviceType> types = Collections.newSetFromMap(new IdentityHashMap<>());
        hostBridge.getFunctions().forEach(function -> addTypes(function, types));
        return types;
    }

    private static void addTypes(Function function, Set<? super DeviceType> types) {
        for (DeviceType next = function.getType(); next != null && types.add(next);) {
            next = next.getBase();
        }
        if (function instanceof Bridge bridge) {
            bridge.getFunctions().forEach(below -> addTypes(below, types));
        }
    }
}
