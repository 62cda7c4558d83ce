package org.pcitopo.dsl.problems.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;
import org.pcitopo.dsl.problems.rule.Ignore;
import org.pcitopo.dsl.source.TextRegion;

/** Finds the comments {@code // ignore PCI301: reason} and {@code // ignore-file PCI301, PCI302: reason} of a file. */
public final class IgnoreComments {

    private static final Pattern COMMENT = Pattern.compile(
            "(?://|/\\*)\\s*(ignore(?:-file)?)\\s+(PCI\\d+(?:\\s*,\\s*PCI\\d+)*)\\b\\s*:?\\s*(.*?)\\s*(?:\\*/)?\\s*",
            Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("PCI\\d+");

    private IgnoreComments() {
    }

    /** In the order written. */
    public static List<Ignore> of(XtextResource resource) {
        List<Ignore> found = new ArrayList<>();
        if (resource.getParseResult() == null || !resource.getParseResult().getRootNode().getText().contains("ignore")) {
            return found;
        }
        INode root = resource.getParseResult().getRootNode();
        TreeSet<Integer> linesWithText = new TreeSet<>();
        List<ILeafNode> comments = new ArrayList<>();
        for (ILeafNode leaf : root.getLeafNodes()) {
            String terminal = leaf.getGrammarElement() instanceof TerminalRule rule ? rule.getName() : "";
            if (terminal.endsWith("_COMMENT")) {
                comments.add(leaf);
            } else if (!leaf.getText().isBlank()) {
                for (int line = leaf.getStartLine(); line <= leaf.getEndLine(); line++) {
                    linesWithText.add(line);
                }
            }
        }
        String file = resource.getURI().toString();
        comments.forEach(comment -> add(file, comment, linesWithText, found));
        return found;
    }

    private static void add(String file, ILeafNode comment, TreeSet<Integer> linesWithText, List<Ignore> to) {
        Matcher matcher = COMMENT.matcher(comment.getText());
        if (!matcher.matches()) {
            return;
        }
        boolean wholeFile = matcher.group(1).equals("ignore-file");
        String reason = matcher.group(3).replaceAll("\\s+", " ");
        Integer next = linesWithText.contains(comment.getStartLine()) ? Integer.valueOf(comment.getStartLine())
                : linesWithText.higher(comment.getStartLine());
        int line = wholeFile || next == null ? 0 : next;
        TextRegion whole = new TextRegion(file, comment.getOffset(), comment.getText().stripTrailing().length());
        Matcher codes = CODE.matcher(matcher.group(2));
        while (codes.find()) {
            TextRegion region = new TextRegion(file, comment.getOffset() + matcher.start(2) + codes.start(),
                    codes.group().length());
            to.add(new Ignore(codes.group(), region, whole, reason, wholeFile, line));
        }
    }
}
