package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.problems.ProblemAnnotations;
import org.pcitopo.eclipse.problems.Problems;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;
import org.pcitopo.eclipse.workbench.Uris;

/**
 * What can be changed at the cursor without anything being wrong there. Fixes of problems are the markers'; in files outside of
 * projects, which have none, they are offered here.
 */
public final class QuickAssist implements IQuickAssistProcessor {

    private static final long PATIENCE = 5_000;

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IDocument document = context.getSourceViewer().getDocument();
        Optional<OpenDocument> open = Services.of(OpenDocuments.class).of(document);
        if (open.isEmpty()) {
            return new ICompletionProposal[0];
        }
        boolean marked = Uris.file(open.get().uri()).isPresent();
        CodeActionParams params = new CodeActionParams(open.get().identifier(),
                Positions.of(document, new Region(context.getOffset(), Math.max(0, context.getLength()))),
                marked ? new CodeActionContext(List.of(), List.of(CodeActionKind.Refactor))
                        : new CodeActionContext(Services.of(Problems.class).at(open.get(), context.getOffset()), List.of(CodeActionKind.QuickFix, CodeActionKind.Refactor)));
        Map<String, Integer> asked = Services.of(OpenDocuments.class).versions();
        return Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService().codeAction(params), PATIENCE).orElse(List.of()).stream()
                .filter(one -> one.isRight() && one.getRight().getEdit() != null).map(one -> new Assist(one.getRight(), asked)).toArray(ICompletionProposal[]::new);
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return true;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return ProblemAnnotations.isProblem(annotation);
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    private record Assist(CodeAction action, Map<String, Integer> asked) implements ICompletionProposal {

        @Override
        public void apply(IDocument document) {
            Edits.apply(action.getTitle(), action.getEdit(), asked);
        }

        @Override
        public String getDisplayString() {
            return action.getTitle();
        }

        @Override
        public Point getSelection(IDocument document) {
            return null;
        }

        @Override
        public String getAdditionalProposalInfo() {
            return null;
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public IContextInformation getContextInformation() {
            return null;
        }
    }
}
