package org.pcitopo.eclipse.editor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.pcitopo.eclipse.action.ServerCommand;
import org.pcitopo.eclipse.documents.OpenDocument;

/** Above each boot how many BARs are mapped, and what can be asked of it. */
public final class LensMinings extends ServerMinings<CodeLens> {

    @Override
    CompletableFuture<List<? extends CodeLens>> ask(TextDocumentService server, OpenDocument text) {
        return server.codeLens(new CodeLensParams(text.identifier()));
    }

    @Override
    ICodeMining mining(IDocument document, CodeLens lens) throws BadLocationException {
        Command command = lens.getCommand();
        Consumer<MouseEvent> action = command.getCommand().isEmpty() ? null : event -> new ServerCommand(command).run();
        return new Lens(lens.getRange().getStart().getLine(), document, this, action, command.getTitle());
    }

    private static final class Lens extends LineHeaderCodeMining {

        private boolean drawn;

        Lens(int line, IDocument document, ICodeMiningProvider provider, Consumer<MouseEvent> action, String label) throws BadLocationException {
            super(line, document, provider, action);
            setLabel(label);
        }

        /** The lines below have moved now; the workbench draws the signs beside them, such as those that fold, where they stood before. */
        @Override
        public Point draw(GC gc, StyledText text, Color color, int x, int y) {
            if (!drawn) {
                drawn = true;
                text.getDisplay().asyncExec(() -> redrawBeside(text));
            }
            return super.draw(gc, text, color, x, y);
        }

        private static void redrawBeside(StyledText text) {
            if (!text.isDisposed()) {
                for (Control beside : text.getParent().getChildren()) {
                    if (beside != text) {
                        beside.redraw(0, 0, beside.getSize().x, beside.getSize().y, true);
                    }
                }
            }
        }
    }
}
