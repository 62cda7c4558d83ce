package org.pcitopo.dsl.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.XtextLinkingDiagnostic;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.impl.ListBasedDiagnosticConsumer;
import org.eclipse.xtext.util.Triple;
import org.pcitopo.dsl.model.Boot;
import org.pcitopo.dsl.parser.StatementParser;
import org.pcitopo.dsl.parser.TolerantParser;
import org.pcitopo.dsl.source.TextChange;

/** A file of the language, linked when its names are first asked for. */
public final class PcitopoResource extends LazyLinkingResource {

    /**
     * Changes the model as a change of the text demands: one statement of it is made anew, all others stay the objects that they are.
     * All names are resolved before and afterwards.
     *
     * @param change what makes {@code text} of the text before
     * @return the statements that are other ones now, the one that went among them, and those with a name that means something else;
     *     empty, and nothing is changed, where all of the text has to be read
     */
    public Optional<List<EObject>> change(TextChange change, String text) {
        return new StatementParser((TolerantParser) getParser()).parse(getParseResult(), change, text).map(this::replace);
    }

    private List<EObject> replace(StatementParser.Replacement replacement) {
        EObject model = getContents().get(0);
        NameUses uses = NameUses.in(model);
        EcoreUtil.replace(replacement.before(), replacement.after());
        setParseResult(replacement.result());
        getCache().clear(this);
        List<EObject> changed = new ArrayList<>(List.of(replacement.before(), replacement.after()));
        if (uses.areKnown() && NameUses.sameNames(replacement.before(), replacement.after())) {
            changed.addAll(uses.move(replacement.before(), replacement.after()));
            link(replacement.after());
            if (sameMachine(replacement.before(), replacement.after())) {
                return changed;
            }
        }
        relink();
        EcoreUtil.resolveAll(this);
        changed.addAll(NameUses.in(model).otherThan(uses));
        return changed;
    }

    /** Links one statement, where all names outside of it are known. */
    private void link(EObject statement) {
        clearErrorsAndWarnings();
        addSyntaxErrors();
        ListBasedDiagnosticConsumer said = new ListBasedDiagnosticConsumer();
        getLinker().linkModel(statement, said);
        getErrors().addAll(said.getResult(Severity.ERROR));
        EcoreUtil.resolveAll(statement);
    }

    /** What a boot is of decides what the names in boots mean that extend it. */
    private static boolean sameMachine(EObject before, EObject after) {
        return !(before instanceof Boot old) || after instanceof Boot boot && boot.getHost() == old.getHost() && boot.getBase() == old.getBase();
    }

    /**
     * Forgets what was said of a name that has become known. Told by its place: the inherited way makes the message again to
     * compare it, which takes long, and is done for every name in a file that has any error.
     */
    @Override
    protected void removeDiagnostic(Triple<EObject, EReference, INode> link) {
        int offset = link.getThird().getOffset();
        getErrors().removeIf(error -> error instanceof XtextLinkingDiagnostic && ((AbstractDiagnostic) error).getOffset() == offset);
    }
}
