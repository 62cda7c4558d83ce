package org.pcitopo.dsl.ide.testkit;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformationCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
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
        diagnostic.setTagSupport(new DiagnosticsTagSupport(List.of(DiagnosticTag.Unnecessary)));
        document.setDiagnostic(diagnostic);
        DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
        symbols.setHierarchicalDocumentSymbolSupport(true);
        document.setDocumentSymbol(symbols);
        document.setRename(new RenameCapabilities(true, false));
        CompletionItemCapabilities item = new CompletionItemCapabilities();
        item.setSnippetSupport(true);
        item.setDocumentationFormat(List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT));
        document.setCompletion(new CompletionCapabilities(item));
        document.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT), false));
        SignatureInformationCapabilities signature = new SignatureInformationCapabilities(List.of(MarkupKind.MARKDOWN));
        signature.setParameterInformation(new ParameterInformationCapabilities(true));
        document.setSignatureHelp(new SignatureHelpCapabilities(signature, false));
        document.setCodeAction(new CodeActionCapabilities(new CodeActionLiteralSupportCapabilities(
                new CodeActionKindCapabilities(List.of(CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.Source))), false));
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
