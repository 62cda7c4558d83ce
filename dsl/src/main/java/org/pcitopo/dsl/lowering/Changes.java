package org.pcitopo.dsl.lowering;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.HostBridge;

/**
 * What has changed in a model.
 *
 * @param elements those in which anything has changed, and those that were taken away
 * @param hostBridges of these, the ones in which anything has changed
 */
public record Changes(Set<Element> elements, Set<HostBridge> hostBridges) {

    public static final Changes NONE = of(Set.of());

    /** The changes of {@code objects}: statements that are new, or in which a name means something else now. */
    public static Changes of(Collection<? extends EObject> objects) {
        Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<HostBridge> hostBridges = Collections.newSetFromMap(new IdentityHashMap<>());
        for (EObject object : objects) {
            add(EcoreUtil2.getContainerOfType(object, Element.class), elements);
            add(EcoreUtil2.getContainerOfType(object, HostBridge.class), hostBridges);
        }
        return new Changes(Collections.unmodifiableSet(elements), Collections.unmodifiableSet(hostBridges));
    }

    private static <T> void add(T found, Set<T> to) {
        if (found != null) {
            to.add(found);
        }
    }
}
