package org.pcitopo.dsl.lowering;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.pcitopo.dsl.literals.QuotedText;
import org.pcitopo.dsl.model.CommandLine;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.WriteResourceAlignment;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** The way from the characters of a command line to the characters of the string that it is written in. */
public final class CommandLineText {

    private CommandLineText() {
    }

    /** Where characters {@code start} to {@code end} (exclusive) of a command line stand. */
    public static TextRegion region(CommandLine statement, int start, int end) {
        return region(statement, ModelPackage.Literals.COMMAND_LINE__TEXT, start, end);
    }

    /** As {@link #region(CommandLine, int, int)} for text written to {@code resource_alignment} at run time. */
    public static TextRegion region(WriteResourceAlignment statement, int start, int end) {
        return region(statement, ModelPackage.Literals.WRITE_RESOURCE_ALIGNMENT__TEXT, start, end);
    }

    private static TextRegion region(EObject statement, EStructuralFeature feature, int start, int end) {
        TextRegion literal = Regions.of(statement, feature);
        INode node = NodeModelUtils.findNodesForFeature(statement, feature).get(0);
        int[] offsets = QuotedText.parse(NodeModelUtils.getTokenText(node)).offsets();
        int from = offsets[Math.min(start, offsets.length - 1)];
        int to = end > start ? offsets[Math.min(end, offsets.length) - 1] + 1 : from;
        return new TextRegion(literal.file(), literal.offset() + from, to - from);
    }
}
