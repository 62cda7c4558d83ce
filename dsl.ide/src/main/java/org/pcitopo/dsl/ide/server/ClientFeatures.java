package org.pcitopo.dsl.ide.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.pcitopo.dsl.ide.text.Markup;

/** What the editor can do. What it does not say, it cannot. */
public final class ClientFeatures {

    private final Optional<TextDocumentClientCapabilities> document;
    private final Optional<WorkspaceClientCapabilities> workspace;

    /** An editor that can do nothing. */
    public static final ClientFeatures NONE = new ClientFeatures(Optional.empty(), false);

    private final boolean showsResults;

    private ClientFeatures(Optional<ClientCapabilities> all, boolean showsResults) {
        this.showsResults = showsResults;
        document = all.map(ClientCapabilities::getTextDocument);
        workspace = all.map(ClientCapabilities::getWorkspace);
    }

    static ClientFeatures of(InitializeParams params) {
        boolean shows = params.getInitializationOptions() instanceof JsonObject options && options.get("showsResults") instanceof JsonPrimitive value
                && value.isBoolean() && value.getAsBoolean();
        return new ClientFeatures(Optional.ofNullable(params.getCapabilities()), shows);
    }

    /** It shows what commands return; it says so with {@code showsResults} in its initialization options. */
    public boolean showsResults() {
        return showsResults;
    }

    public boolean appliesEdits() {
        return workspaceSays(WorkspaceClientCapabilities::getApplyEdit);
    }

    /** It asks for diagnostics; else they are sent to it. */
    public boolean pullsDiagnostics() {
        return document.map(TextDocumentClientCapabilities::getDiagnostic).isPresent();
    }

    public boolean showsRelatedInformation() {
        return document.map(TextDocumentClientCapabilities::getPublishDiagnostics).map(it -> it.getRelatedInformation()).orElse(false)
                || document.map(TextDocumentClientCapabilities::getDiagnostic).map(it -> it.getRelatedInformation()).orElse(false);
    }

    public boolean knowsSnippets() {
        return completionItem().map(it -> it.getSnippetSupport()).orElse(false);
    }

    public Markup hoverMarkup() {
        return Markup.of(document.map(TextDocumentClientCapabilities::getHover).map(it -> it.getContentFormat()));
    }

    public Markup completionMarkup() {
        return Markup.of(completionItem().map(it -> it.getDocumentationFormat()));
    }

    public Markup signatureMarkup() {
        return Markup.of(signature().map(it -> it.getDocumentationFormat()));
    }

    /** It takes a parameter's place in a signature as two numbers; else as the words. */
    public boolean knowsLabelOffsets() {
        return signature().map(it -> it.getParameterInformation()).map(it -> it.getLabelOffsetSupport()).orElse(false);
    }

    /** It shows the words beside a proposal on their own. */
    public boolean showsLabelDetails() {
        return completionItem().map(it -> it.getLabelDetailsSupport()).orElse(false);
    }

    /** It fades what has no effect. */
    public boolean knowsTags() {
        return document.map(TextDocumentClientCapabilities::getPublishDiagnostics).map(it -> it.getTagSupport()).isPresent()
                || document.map(TextDocumentClientCapabilities::getDiagnostic).map(it -> it.getTagSupport()).isPresent();
    }

    /** It takes changes as they are; else they have to be commands. */
    public boolean knowsCodeActions() {
        return document.map(TextDocumentClientCapabilities::getCodeAction).map(it -> it.getCodeActionLiteralSupport()).isPresent();
    }

    /** It marks the characters that lead somewhere as it is told. */
    public boolean showsLinkOrigins() {
        return document.map(TextDocumentClientCapabilities::getDefinition).map(it -> it.getLinkSupport()).orElse(false);
    }

    /** How many folding ranges it wants at most. */
    public int mostFoldingRanges() {
        return document.map(TextDocumentClientCapabilities::getFoldingRange).map(it -> it.getRangeLimit()).orElse(Integer.MAX_VALUE);
    }

    private Optional<CompletionItemCapabilities> completionItem() {
        return document.map(TextDocumentClientCapabilities::getCompletion).map(it -> it.getCompletionItem());
    }

    private Optional<SignatureInformationCapabilities> signature() {
        return document.map(TextDocumentClientCapabilities::getSignatureHelp).map(it -> it.getSignatureInformation());
    }

    public boolean preparesRename() {
        return document.map(TextDocumentClientCapabilities::getRename).map(it -> it.getPrepareSupport()).orElse(false);
    }

    public boolean showsSymbolTrees() {
        return document.map(TextDocumentClientCapabilities::getDocumentSymbol)
                .map(it -> it.getHierarchicalDocumentSymbolSupport()).orElse(false);
    }

    public boolean refreshesDiagnostics() {
        return workspaceSays(it -> it.getDiagnostics() == null ? null : it.getDiagnostics().getRefreshSupport());
    }

    public boolean refreshesHints() {
        return workspaceSays(it -> it.getInlayHint() == null ? null : it.getInlayHint().getRefreshSupport());
    }

    public boolean refreshesLenses() {
        return workspaceSays(it -> it.getCodeLens() == null ? null : it.getCodeLens().getRefreshSupport());
    }

    public boolean watchesFiles() {
        return workspaceSays(it -> it.getDidChangeWatchedFiles() == null ? null : it.getDidChangeWatchedFiles().getDynamicRegistration());
    }

    private boolean workspaceSays(Function<WorkspaceClientCapabilities, Boolean> question) {
        return workspace.map(question).orElse(false);
    }
}
