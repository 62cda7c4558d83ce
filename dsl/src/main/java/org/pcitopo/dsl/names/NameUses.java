package org.pcitopo.dsl.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;

/** What the names in a model, all of them resolved, mean at one moment. A name that means nothing is a proxy, each time another. */
final class NameUses {

    private final Map<EObject, List<Use>> users = new IdentityHashMap<>();

    /** One name in a statement. */
    private record Use(EReference reference, EObject target) {
    }

    private NameUses() {
    }

    static NameUses in(EObject model) {
        NameUses uses = new NameUses();
        Map<EClass, List<EReference>> references = new HashMap<>();
        for (TreeIterator<EObject> all = model.eAllContents(); all.hasNext();) {
            EObject user = all.next();
            for (EReference reference : references.computeIfAbsent(user.eClass(), NameUses::names)) {
                if (user.eIsSet(reference)) {
                    uses.users.computeIfAbsent(user, unknown -> new ArrayList<>()).add(new Use(reference, (EObject) user.eGet(reference, false)));
                }
            }
        }
        return uses;
    }

    private static List<EReference> names(EClass type) {
        return type.getEAllReferences().stream().filter(reference -> !reference.isContainment() && !reference.isContainer()).toList();
    }

    /** Whether every name means something. */
    boolean areKnown() {
        return users.values().stream().flatMap(List::stream).noneMatch(use -> use.target().eIsProxy());
    }

    /** The statements in which a name means something else than it did {@code before}. */
    List<EObject> otherThan(NameUses before) {
        List<EObject> others = new ArrayList<>();
        users.forEach((user, uses) -> {
            if (!uses.equals(before.users.get(user))) {
                others.add(user);
            }
        });
        return others;
    }

    /**
     * Makes names that mean something in {@code old} mean its like in {@code replacement}.
     *
     * @return the statements with such names, those in {@code old} left out
     */
    List<EObject> move(EObject old, EObject replacement) {
        Map<EObject, EObject> moved = new IdentityHashMap<>();
        Iterator<EObject> to = named(replacement).iterator();
        named(old).forEach(from -> moved.put(from, to.next()));
        List<EObject> changed = new ArrayList<>();
        users.forEach((user, uses) -> {
            List<Use> moving = uses.stream().filter(use -> moved.containsKey(use.target())).toList();
            if (!moving.isEmpty() && !EcoreUtil.isAncestor(old, user)) {
                moving.forEach(use -> EcoreUtil.replace(user, use.reference(), use.target(), moved.get(use.target())));
                changed.add(user);
            }
        });
        return changed;
    }

    /** Whether {@code one} and {@code other} bring the same names, in the same order, for the same kinds of things. */
    static boolean sameNames(EObject one, EObject other) {
        return named(one).stream().map(NameUses::signature).toList().equals(named(other).stream().map(NameUses::signature).toList());
    }

    private static List<Object> signature(EObject named) {
        return List.of(named.eClass(), name(named));
    }

    /** Everything in {@code statement} that can be meant by a name. */
    private static List<EObject> named(EObject statement) {
        List<EObject> named = new ArrayList<>();
        if (!name(statement).isEmpty()) {
            named.add(statement);
        }
        statement.eAllContents().forEachRemaining(inner -> {
            if (!name(inner).isEmpty()) {
                named.add(inner);
            }
        });
        return named;
    }

    private static String name(EObject statement) {
        String name = statement instanceof Element element ? element.getName() : statement instanceof Function function ? function.getName() : null;
        return name == null ? "" : name;
    }
}
