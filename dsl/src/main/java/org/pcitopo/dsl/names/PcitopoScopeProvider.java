package org.pcitopo.dsl.names;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.ISelectable;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.MultimapBasedSelectable;
import org.eclipse.xtext.scoping.impl.SimpleScope;
import org.eclipse.xtext.scoping.impl.SimpleLocalScopeProvider;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.PcitopoFile;

/**
 * What a name can mean where it stands. Elements are found in their file and its imports. A function is found only where its
 * host is at hand: in the host, and in the boots of that host, together with what those boots plug in; device types are found
 * there as well and mean all their functions.
 */
public final class PcitopoScopeProvider extends SimpleLocalScopeProvider {

    @Inject
    private IQualifiedNameProvider names;

    @Inject
    private IResourceScopeCache cache;

    @Override
    public IScope getScope(EObject context, EReference reference) {
        if (reference != ModelPackage.Literals.NAME_SELECTOR__TARGET) {
            return super.getScope(context, reference);
        }
        IScope types = super.getScope(context, ModelPackage.Literals.FUNCTION__TYPE);
        List<IEObjectDescription> functions = new ArrayList<>();
        HostContext.of(context).ifPresent(host -> {
            host.boots().forEach(boot -> functions.addAll(functionsOf(boot)));
            host.host().ifPresent(machine -> functions.addAll(functionsOf(machine)));
        });
        return new SimpleScope(types, functions);
    }

    /** Names of elements are all that is looked for in a file as a whole; the functions of a large one are left alone. */
    @Override
    protected ISelectable getAllDescriptions(Resource resource) {
        boolean read = !resource.getContents().isEmpty() && resource.getContents().get(0) instanceof PcitopoFile;
        List<Element> elements = read ? ((PcitopoFile) resource.getContents().get(0)).getElements() : List.of();
        return new MultimapBasedSelectable(Scopes.scopedElementsFor(elements, names));
    }

    /** Whether the machine is known whose functions a name at {@code context} can mean. */
    static boolean knowsHost(EObject context) {
        return HostContext.of(context).map(found -> found.host().isPresent()).orElse(false);
    }

    private List<IEObjectDescription> functionsOf(EObject element) {
        return cache.get(Tuples.pair(PcitopoScopeProvider.class, element), element.eResource(), () -> {
            List<Function> functions = EcoreUtil2.getAllContentsOfType(element, Function.class);
            List<IEObjectDescription> descriptions = new ArrayList<>();
            Scopes.scopedElementsFor(functions, names).forEach(descriptions::add);
            return descriptions;
        });
    }

    /** The machine at hand, and the boots whose plugged functions count, the nearest first. */
    private record HostContext(Optional<Host> host, List<Boot> boots) {

        static Optional<HostContext> of(EObject context) {
            Host host = EcoreUtil2.getContainerOfType(context, Host.class);
            if (host != null) {
                return Optional.of(new HostContext(Optional.of(host), List.of()));
            }
            Boot boot = EcoreUtil2.getContainerOfType(context, Boot.class);
            return boot == null ? Optional.empty() : Optional.of(ofBoot(boot));
        }

        private static HostContext ofBoot(Boot boot) {
            List<Boot> boots = BootChain.of(boot);
            Optional<Host> host = boots.stream().map(Boot::getHost).filter(h -> h != null && !h.eIsProxy()).findFirst();
            return new HostContext(host, boots);
        }
    }
}
