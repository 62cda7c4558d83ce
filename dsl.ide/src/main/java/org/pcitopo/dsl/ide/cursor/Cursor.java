package org.pcitopo.dsl.ide.cursor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.model.Bar;
import org.pcitopo.dsl.model.BridgeWindow;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.HostBridge;
import org.pcitopo.dsl.model.HostWindow;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.Rom;
import org.pcitopo.dsl.model.Selector;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.VfBar;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Finds what is under the cursor. */
public final class Cursor {

    private Cursor() {
    }

    /** What stands at {@code offset}, or ends there; empty between statements and in comments. */
    public static Optional<Found> at(Document document, int offset) {
        ICompositeNode root = NodeModelUtils.getNode(document.model());
        if (root == null) {
            return Optional.empty();
        }
        return token(root.getRootNode(), offset).flatMap(leaf -> found(document, leaf, offset));
    }

    private static Optional<ILeafNode> token(ICompositeNode root, int offset) {
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        if ((leaf == null || leaf.isHidden()) && offset > 0) {
            leaf = NodeModelUtils.findLeafNodeAtOffset(root, offset - 1);
        }
        return Optional.ofNullable(leaf).filter(found -> !found.isHidden());
    }

    private static Optional<Found> found(Document document, ILeafNode leaf, int offset) {
        EObject element = NodeModelUtils.findActualSemanticObjectFor(leaf);
        if (element == null) {
            return Optional.empty();
        }
        TextRegion token = new TextRegion(document.file(), leaf.getOffset(), leaf.getLength());
        Optional<KernelString> string = KernelString.of(element);
        if (string.isPresent() && string.get().literal().equals(token)) {
            OptionalInt index = string.get().indexAt(offset);
            return index.isEmpty() ? Optional.empty()
                    : Optional.of(new Found(new Subject.KernelText(string.get(), index.getAsInt()), token, leaf, false));
        }
        Optional<Statement> target = target(element, leaf);
        if (target.isPresent()) {
            return Optional.of(new Found(new Subject.Named(target.get()), token, leaf, true));
        }
        return subject(element).map(subject -> new Found(subject, region(subject, token), leaf, subject instanceof Subject.Selection));
    }

    /** What the token refers to by name. */
    private static Optional<Statement> target(EObject element, ILeafNode leaf) {
        for (EReference reference : element.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isMany() && element.eGet(reference) instanceof Statement named
                    && !named.eIsProxy() && covers(NodeModelUtils.findNodesForFeature(element, reference), leaf)) {
                return Optional.of(named);
            }
        }
        return Optional.empty();
    }

    private static boolean covers(List<INode> nodes, ILeafNode leaf) {
        return nodes.stream().anyMatch(node -> node.getOffset() <= leaf.getOffset() && leaf.getEndOffset() <= node.getEndOffset());
    }

    private static Optional<Subject> subject(EObject element) {
        for (EObject next = element; next != null; next = next.eContainer()) {
            if (next instanceof Bar || next instanceof Rom || next instanceof VfBar || next instanceof BridgeWindow) {
                return Optional.of(new Subject.Resource((Statement) next));
            } else if (next instanceof Function || next instanceof Element) {
                return Optional.of(new Subject.Named((Statement) next));
            } else if (next instanceof HostWindow window) {
                return Optional.of(new Subject.HostWindowText(window));
            } else if (next instanceof HostBridge bridge) {
                return Optional.of(new Subject.HostBridgeText(bridge));
            } else if (next instanceof Selector selector) {
                return Optional.of(new Subject.Selection(selector));
            } else if (next instanceof Expectation expectation) {
                return Optional.of(new Subject.ExpectationText(expectation));
            } else if (next instanceof Import statement) {
                return Optional.of(new Subject.ImportText(statement));
            } else if (next instanceof Statement statement) {
                return Optional.of(new Subject.Other(statement));
            }
        }
        return Optional.empty();
    }

    private static TextRegion region(Subject subject, TextRegion token) {
        if (subject instanceof Subject.Resource resource) {
            return Regions.of(resource.statement());
        }
        if (subject instanceof Subject.HostWindowText window) {
            return Regions.of(window.window());
        }
        return subject instanceof Subject.Selection selection ? Regions.of(selection.selector()) : token;
    }
}
