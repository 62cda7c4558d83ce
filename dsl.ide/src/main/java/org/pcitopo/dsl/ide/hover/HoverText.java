package org.pcitopo.dsl.ide.hover;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The text of an element, as written. */
final class HoverText {

    private HoverText() {
    }

    static String of(EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        return node == null ? "" : NodeModelUtils.getTokenText(node).strip();
    }
}
