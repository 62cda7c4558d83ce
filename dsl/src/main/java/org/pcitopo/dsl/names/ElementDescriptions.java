package org.pcitopo.dsl.names;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.PcitopoFile;

/** What a file offers to other files: its elements. The functions of a host are found through the host. */
public final class ElementDescriptions extends DefaultResourceDescriptionStrategy {

    @Override
    public boolean createEObjectDescriptions(EObject object, IAcceptor<IEObjectDescription> acceptor) {
        if (object instanceof Element) {
            super.createEObjectDescriptions(object, acceptor);
        }
        return object instanceof PcitopoFile;
    }
}
