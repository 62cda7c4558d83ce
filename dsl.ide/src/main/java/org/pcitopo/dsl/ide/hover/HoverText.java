package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The text of an element, as written. */
final class HoverText {

    private HoverText() {
    }

    /** With its lines, the further ones as far to the left as they can go; without where its facts come from. */
    static String of(EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        if (node == null) {
            return "";
        }
        int offset = node.getOffset();
        String text = node.getRootNode().getText().substring(offset - node.getRootNode().getTotalOffset(),
                node.getEndOffset() - node.getRootNode().getTotalOffset());
        List<String> lines = text.lines().map(HoverText::withoutSource).toList();
        int indent = lines.stream().skip(1).filter(line -> !line.isBlank()).mapToInt(line -> line.length() - line.stripLeading().length())
                .min().orElse(0);
        return lines.stream().limit(1).collect(Collectors.joining()) + lines.stream().skip(1)
                .map(line -> "\n" + (line.isBlank() ? "" : line.substring(indent))).collect(Collectors.joining());
    }

    /** The word that an element begins with, such as {@code device-type}; its text is not read any further. */
    static String keyword(EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        if (node != null) {
            for (ILeafNode leaf : node.getLeafNodes()) {
                if (!leaf.isHidden()) {
                    return leaf.getText();
                }
            }
        }
        return "";
    }

    private static String withoutSource(String line) {
        return line.replaceAll("\\s+(?:from|assumed|derived) \"[^\"]*\"(?::[0-9]+)?", "");
    }
}
