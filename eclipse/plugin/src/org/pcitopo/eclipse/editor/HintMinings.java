package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineEndCodeMining;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.Positions;

/** Behind each BAR and device its place and verdict, behind bridges their buses. */
public final class HintMinings extends ServerMinings<InlayHint> {

    @Override
    CompletableFuture<List<? extends InlayHint>> ask(TextDocumentService server, OpenDocument text) {
        return server.inlayHint(new InlayHintParams(text.identifier(), Positions.of(text.document(), new Region(0, text.document().getLength()))))
                .thenApply(hints -> hints);
    }

    @Override
    ICodeMining mining(IDocument document, InlayHint hint) throws BadLocationException {
        String label = hint.getLabel().map(text -> text, parts -> parts.stream().map(InlayHintLabelPart::getValue).collect(Collectors.joining()));
        return new Hint(document, hint.getPosition().getLine(), this, label);
    }

    private static final class Hint extends LineEndCodeMining {

        Hint(IDocument document, int line, ICodeMiningProvider provider, String label) throws BadLocationException {
            super(document, line, provider);
            setLabel("  " + label);
        }
    }
}
