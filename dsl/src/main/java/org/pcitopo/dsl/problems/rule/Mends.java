package org.pcitopo.dsl.problems.rule;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** Changes of the text that several rules offer. */
public final class Mends {

    private Mends() {
    }

    /** The characters of {@code region} in the file of {@code element}. */
    public static String textAt(EObject element, TextRegion region) {
        return text(element).substring(region.offset(), region.end());
    }

    /** The text of the file of {@code element}. */
    public static String text(EObject element) {
        INode node = NodeModelUtils.getNode(element);
        return node == null ? "" : node.getRootNode().getText();
    }

    /**
     * Takes {@code region} away, with the blanks before it, and with its line where nothing else stands there; none for what comes with
     * the product.
     */
    public static Optional<Fix> remove(String title, EObject element, TextRegion region) {
        if (region.length() == 0 || region.file().startsWith(Imports.CATALOGUE + ":")) {
            return Optional.empty();
        }
        String text = text(element);
        int from = region.offset();
        while (from > 0 && isBlank(text.charAt(from - 1))) {
            from--;
        }
        int to = region.end();
        while (to < text.length() && isBlank(text.charAt(to))) {
            to++;
        }
        boolean firstInLine = from == 0 || text.charAt(from - 1) == '\n';
        boolean lastInLine = to == text.length() || text.charAt(to) == '\n' || text.charAt(to) == '\r';
        if (firstInLine && lastInLine) {
            to = to < text.length() && text.charAt(to) == '\r' ? to + 1 : to;
            to = to < text.length() && text.charAt(to) == '\n' ? to + 1 : to;
        } else if (firstInLine) {
            from = region.offset();
        } else {
            to = region.end();
        }
        return Optional.of(Fix.replace(title, new TextRegion(region.file(), from, to - from), ""));
    }

    /** Writes {@code text} before the body of {@code element}, or behind its end where it has none. */
    public static Fix atHead(String title, EObject element, String text) {
        TextRegion all = Regions.of(element);
        String file = text(element);
        int at = Regions.bodyStart(element).map(body -> body.offset() - 1).orElse(all.end());
        while (at > 0 && Character.isWhitespace(file.charAt(at - 1))) {
            at--;
        }
        return Fix.replace(title, new TextRegion(all.file(), at, 0), " " + text);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
