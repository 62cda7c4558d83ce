package org.pcitopo.dsl.ide.testkit;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/** What editors say of themselves. */
final class Editors {

    private Editors() {
    }

    static InitializeParams modern() {
        TextDocumentClientCapabilities document = new TextDocumentClientCapabilities();
        DiagnosticCapabilities diagnostic = new DiagnosticCapabilities();
        diagnostic.setRelatedInformation(true);
        document.setDiagnostic(diagnostic);
        DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
        symbols.setHierarchicalDocumentSymbolSupport(true);
        document.setDocumentSymbol(symbols);
        document.setRename(new RenameCapabilities(true, false));
        CompletionItemCapabilities item = new CompletionItemCapabilities();
        item.setSnippetSupport(true);
        document.setCompletion(new CompletionCapabilities(item));
        return params(document);
    }

    static InitializeParams simple() {
        TextDocumentClientCapabilities document = new TextDocumentClientCapabilities();
        document.setPublishDiagnostics(new PublishDiagnosticsCapabilities(true));
        return params(document);
    }

    private static InitializeParams params(TextDocumentClientCapabilities document) {
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setTextDocument(document);
        capabilities.setWorkspace(new WorkspaceClientCapabilities());
        InitializeParams params = new InitializeParams();
        params.setCapabilities(capabilities);
        return params;
    }
}
