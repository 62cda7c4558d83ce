package org.pcitopo.dsl.names;

import com.google.common.base.Predicate;
import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.AbstractGlobalScopeProvider;
import org.eclipse.xtext.scoping.impl.SimpleScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.PcitopoFile;

/** The elements of all files that a file imports, directly or through others. */
public final class ImportScopeProvider extends AbstractGlobalScopeProvider {

    @Inject
    private IQualifiedNameProvider names;

    @Inject
    private IResourceScopeCache cache;

    @Override
    protected IScope getScope(Resource resource, boolean ignoreCase, EClass type, Predicate<IEObjectDescription> filter) {
        List<Element> elements = cache.get(ImportScopeProvider.class, resource, () -> imported(resource));
        List<Element> matching = elements.stream().filter(type::isInstance).toList();
        Iterable<IEObjectDescription> descriptions = Scopes.scopedElementsFor(matching, names);
        return new SimpleScope(filter == null ? descriptions : com.google.common.collect.Iterables.filter(descriptions, filter));
    }

    private static List<Element> imported(Resource resource) {
        List<Element> elements = new ArrayList<>();
        for (Resource imported : Imports.allOf(resource)) {
            if (!imported.getContents().isEmpty() && imported.getContents().get(0) instanceof PcitopoFile file) {
                elements.addAll(file.getElements());
            }
        }
        return elements;
    }
}
