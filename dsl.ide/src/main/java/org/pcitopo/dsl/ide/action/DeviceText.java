package org.pcitopo.dsl.ide.action;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** The pieces of text that a device consists of. */
final class DeviceText {

    private DeviceText() {
    }

    /** The block of something, braces included: its first brace and the last one; empty where it has none. */
    static Optional<TextRegion> block(EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        int open = -1;
        int close = -1;
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (!leaf.isHidden() && leaf.getText().equals("{") && open < 0) {
                open = leaf.getOffset();
            } else if (!leaf.isHidden() && leaf.getText().equals("}")) {
                close = leaf.getEndOffset();
            }
        }
        return open < 0 || close < open ? Optional.empty()
                : Optional.of(new TextRegion(Regions.of(element).file(), open, close - open));
    }

    /** Something as it is written, on one line and without comments. */
    static String of(EObject element) {
        return NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(element)).replaceAll("\\s+", " ").strip();
    }

    /** Where the statement says that it is from, with a blank in front; nothing where it does not. */
    static String origins(Statement statement) {
        StringBuilder text = new StringBuilder();
        statement.getProvenance().forEach(origin -> text.append(' ').append(of(origin)));
        return text.toString();
    }

    /** What the line of {@code function} is indented by. */
    static String indent(Place place, Function function) {
        return place.snapshot().lines().indent(place.snapshot().lines().lineOf(Regions.of(function).offset()));
    }
}
