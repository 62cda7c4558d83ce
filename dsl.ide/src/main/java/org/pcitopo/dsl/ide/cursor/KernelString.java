package org.pcitopo.dsl.ide.cursor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.literals.QuotedText;
import org.pcitopo.dsl.lowering.CommandLineText;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.model.CommandLine;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.model.WriteResourceAlignment;
import org.pcitopo.dsl.names.BootChain;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/**
 * A string that the kernel reads: a command line, or what is written to {@code resource_alignment}. Its characters are those
 * meant; escapes are undone.
 */
public final class KernelString {

    private final EObject statement;
    private final TextRegion literal;
    private final QuotedText quoted;

    private KernelString(EObject statement, TextRegion literal, QuotedText quoted) {
        this.statement = statement;
        this.literal = literal;
        this.quoted = quoted;
    }

    /** The string of {@code statement}; empty where it has none. */
    public static Optional<KernelString> of(EObject statement) {
        return feature(statement).flatMap(feature -> {
            List<INode> nodes = NodeModelUtils.findNodesForFeature(statement, feature);
            String text = nodes.isEmpty() ? "" : NodeModelUtils.getTokenText(nodes.get(0));
            return text.length() < 2 ? Optional.empty()
                    : Optional.of(new KernelString(statement, Regions.of(statement, feature), QuotedText.parse(text)));
        });
    }

    private static Optional<EStructuralFeature> feature(EObject statement) {
        if (statement instanceof CommandLine) {
            return Optional.of(ModelPackage.Literals.COMMAND_LINE__TEXT);
        }
        return statement instanceof WriteResourceAlignment ? Optional.of(ModelPackage.Literals.WRITE_RESOURCE_ALIGNMENT__TEXT)
                : Optional.empty();
    }

    /** All strings of a file that the kernel reads, in the order written. */
    public static List<KernelString> allOf(Document document) {
        return EcoreUtil2.getAllContentsOfType(document.model(), EObject.class).stream()
                .flatMap(element -> of(element).stream()).toList();
    }

    /** The characters meant. */
    public String value() {
        return quoted.value();
    }

    /** The string with its quotes. */
    public TextRegion literal() {
        return literal;
    }

    public EObject statement() {
        return statement;
    }

    /** Whether it is the bare list that is written to {@code resource_alignment}, and no command line. */
    public boolean isAlignmentList() {
        return statement instanceof WriteResourceAlignment;
    }

    /** Which character {@code offset} of the file stands before, the end of the string included; empty outside of the quotes. */
    public OptionalInt indexAt(int offset) {
        int inside = offset - literal.offset();
        int[] offsets = quoted.offsets();
        if (inside < 1 || inside > offsets[offsets.length - 1]) {
            return OptionalInt.empty();
        }
        int index = 0;
        while (index + 1 < offsets.length && offsets[index + 1] <= inside) {
            index++;
        }
        return OptionalInt.of(index);
    }

    /** Where characters {@code from} to {@code to} (exclusive) stand. */
    public TextRegion region(int from, int to) {
        return statement instanceof CommandLine line ? CommandLineText.region(line, from, to)
                : CommandLineText.region((WriteResourceAlignment) statement, from, to);
    }

    /** The boots that read it. */
    public List<LoweredBoot> boots(Document document) {
        return document.lowered().boots().stream().filter(this::isReadBy).toList();
    }

    /** Whether {@code boot} reads it: its own, or that of a boot that it extends. */
    public boolean isReadBy(LoweredBoot boot) {
        if (statement instanceof CommandLine) {
            return boot.commandLine().filter(line -> line == statement).isPresent();
        }
        Boot writer = EcoreUtil2.getContainerOfType(statement, Boot.class);
        return boot.text().map(text -> BootChain.of(text).contains(writer)).orElse(false);
    }

    /** The statement that holds it, for messages. */
    public Statement holder() {
        return EcoreUtil2.getContainerOfType(statement, Statement.class);
    }
}
