package org.pcitopo.dsl.ide.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

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
        return document.map(TextDocumentClientCapabilities::getCompletion).map(it -> it.getCompletionItem())
                .map(it -> it.getSnippetSupport()).orElse(false);
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
