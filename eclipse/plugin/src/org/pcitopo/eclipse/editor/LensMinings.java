package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.swt.events.MouseEvent;
import org.pcitopo.eclipse.PcitopoPlugin;
import org.pcitopo.eclipse.action.ServerCommand;
import org.pcitopo.eclipse.documents.OpenDocument;

/** Above each boot how many BARs are mapped, and what can be asked of it. */
public final class LensMinings extends AbstractCodeMiningProvider {

    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
        IDocument document = viewer.getDocument();
        Optional<OpenDocument> open = PcitopoPlugin.documents().of(document);
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return PcitopoPlugin.session().request(server -> server.getTextDocumentService().codeLens(new CodeLensParams(open.get().identifier())))
                .thenApply(lenses -> lenses.stream().flatMap(lens -> mining(document, lens).stream()).toList());
    }

    private Optional<ICodeMining> mining(IDocument document, CodeLens lens) {
        Command command = lens.getCommand();
        Consumer<MouseEvent> action = command.getCommand().isEmpty() ? null : event -> new ServerCommand(command).run();
        try {
            return Optional.of(new Lens(lens.getRange().getStart().getLine(), document, this, action, command.getTitle()));
        } catch (BadLocationException changed) {
            return Optional.empty();
        }
    }

    private static final class Lens extends LineHeaderCodeMining {

        Lens(int line, IDocument document, ICodeMiningProvider provider, Consumer<MouseEvent> action, String label) throws BadLocationException {
            super(line, document, provider, action);
            setLabel(label);
        }
    }
}
