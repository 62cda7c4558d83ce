package org.pcitopo.eclipse.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;

/** What may stand at the cursor, also inside the kernel's command line. */
public final class ContentAssist implements IContentAssistProcessor {

    private static final long PATIENCE = 5_000;

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        Optional<List<CompletionItem>> items = Services.of(OpenDocuments.class).of(document)
                .flatMap(open -> Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService()
                        .completion(new CompletionParams(open.identifier(), Positions.of(document, offset))), PATIENCE))
                .map(answer -> answer.map(list -> list, CompletionList::getItems));
        return items.orElse(List.of()).stream().sorted(Comparator.comparing(item -> item.getSortText() == null ? item.getLabel() : item.getSortText()))
                .map(item -> new Proposal(document, item)).filter(proposal -> proposal.validate(document, offset, null)).toArray(ICompletionProposal[]::new);
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[] {'"', '=', ',', ';', '@', ':', '['};
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
