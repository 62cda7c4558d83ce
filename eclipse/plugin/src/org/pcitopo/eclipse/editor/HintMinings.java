package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineEndCodeMining;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.Positions;

/** Behind each BAR and device its place and verdict, behind bridges their buses. */
public final class HintMinings extends AbstractCodeMiningProvider {

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
        IDocument document = viewer.getDocument();
        Optional<OpenDocument> open = PcitopoPlugin.documents().of(document);
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        InlayHintParams params = new InlayHintParams(open.get().identifier(), Positions.of(document, new Region(0, document.getLength())));
        return PcitopoPlugin.session().request(server -> server.getTextDocumentService().inlayHint(params))
                .thenApply(hints -> hints.stream().flatMap(hint -> mining(document, hint).stream()).toList());
    }

    private Optional<ICodeMining> mining(IDocument document, InlayHint hint) {
        try {
            return Optional.of(new Hint(document, hint.getPosition().getLine(), this, label(hint)));
        } catch (BadLocationException changed) {
            return Optional.empty();
        }
    }

    private static String label(InlayHint hint) {
        return hint.getLabel().map(text -> text, parts -> parts.stream().map(InlayHintLabelPart::getValue).collect(Collectors.joining()));
    }

    private static final class Hint extends LineEndCodeMining {

        Hint(IDocument document, int line, ICodeMiningProvider provider, String label) throws BadLocationException {
            super(document, line, provider);
            setLabel("  " + label);
        }
    }
}
