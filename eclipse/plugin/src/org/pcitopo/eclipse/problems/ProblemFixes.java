package org.pcitopo.eclipse.problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.pcitopo.eclipse.documents.Edits;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Services;
import org.pcitopo.eclipse.workbench.Uris;

/** How to mend a problem: the server's quick fixes, in the editor and in the Problems view. */
public final class ProblemFixes implements IMarkerResolutionGenerator2 {

    private static final long PATIENCE = 5_000;

    /** There is always at least "ignore this here"; asking the server for every marker that is drawn would cost too much. */
    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.getAttribute(ProblemMarkers.DIAGNOSTIC, null) != null;
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        Diagnostic problem = ProblemMarkers.problem(marker);
        CodeActionParams params = new CodeActionParams(new TextDocumentIdentifier(Uris.of(marker.getResource())), problem.getRange(),
                new CodeActionContext(List.of(problem), List.of(CodeActionKind.QuickFix)));
        Map<String, Integer> asked = Services.of(OpenDocuments.class).versions();
        Optional<List<Either<Command, CodeAction>>> actions = Services.of(LanguageServerSession.class).ask(
                server -> server.getTextDocumentService().codeAction(params), PATIENCE);
        return actions.orElse(List.of()).stream().filter(Either::isRight).map(Either::getRight)
                .filter(action -> action.getEdit() != null && mends(action))
                .map(action -> new Fix(action.getTitle(), action.getEdit(), asked)).toArray(IMarkerResolution[]::new);
    }

    /** The server also offers what mends problems beside this one, and names what each offer mends of those it was asked about. */
    private static boolean mends(CodeAction action) {
        return action.getDiagnostics() != null && !action.getDiagnostics().isEmpty();
    }

    private record Fix(String title, WorkspaceEdit edit, Map<String, Integer> asked) implements IMarkerResolution2 {

        @Override
        public String getLabel() {
            return title;
        }

        @Override
        public void run(IMarker marker) {
            Edits.apply(title, edit, asked);
        }

        @Override
        public String getDescription() {
            return title;
        }

        @Override
        public Image getImage() {
            return null;
        }
    }
}
