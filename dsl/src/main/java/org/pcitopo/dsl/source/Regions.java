package org.pcitopo.dsl.source;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.ITextRegion;

/** Where elements of the model stand in their file. */
public final class Regions {

    private Regions() {
    }

    /** All of {@code object}, without the blanks and comments around it. */
    public static TextRegion of(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        return node == null ? start(object) : region(object, node.getTextRegion());
    }

    /** The first text written for {@code feature}, or all of {@code object} where nothing is. */
    public static TextRegion of(EObject object, EStructuralFeature feature) {
        return of(object, feature, 0);
    }

    /** The text written for the value at {@code index} of a feature with several, or all of {@code object}. */
    public static TextRegion of(EObject object, EStructuralFeature feature, int index) {
        List<INode> nodes = feature == null ? List.of() : NodeModelUtils.findNodesForFeature(object, feature);
        return index < nodes.size() ? region(object, nodes.get(index).getTextRegion()) : of(object);
    }

    /** The place behind the first opening brace in {@code object}, empty where there is none. */
    public static Optional<TextRegion> bodyStart(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        if (node != null) {
            for (ILeafNode leaf : node.getLeafNodes()) {
                if (leaf.getText().equals("{")) {
                    return Optional.of(new TextRegion(fileOf(object), leaf.getEndOffset(), 0));
                }
            }
        }
        return Optional.empty();
    }

    private static TextRegion region(EObject object, ITextRegion text) {
        return new TextRegion(fileOf(object), text.getOffset(), text.getLength());
    }

    private static TextRegion start(EObject object) {
        return new TextRegion(fileOf(object), 0, 0);
    }

    private static String fileOf(EObject object) {
        return object.eResource() == null ? "" : object.eResource().getURI().toString();
    }
}
