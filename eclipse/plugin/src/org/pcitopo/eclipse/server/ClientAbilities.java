package org.pcitopo.eclipse.server;

import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.lsp4j.*;
import org.pcitopo.eclipse.workbench.Uris;

/** What the server is told of the workbench when it starts. */
public final class ClientAbilities {

    private ClientAbilities() {
    }

    static InitializeParams params(JsonObject settings) {
        InitializeParams params = new InitializeParams();
        params.setProcessId((int) ProcessHandle.current().pid());
        params.setClientInfo(new ClientInfo("Eclipse"));
        params.setInitializationOptions(settings);
        params.setWorkspaceFolders(folders());
        params.setCapabilities(new ClientCapabilities(workspace(), document(), null));
        return params;
    }

    /** The open projects. */
    public static List<WorkspaceFolder> folders() {
        return java.util.Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(project -> project.isAccessible() && project.getLocation() != null).map(ClientAbilities::folder).toList();
    }

    static WorkspaceFolder folder(IProject project) {
        return new WorkspaceFolder(Uris.of(project), project.getName());
    }

    private static WorkspaceClientCapabilities workspace() {
        WorkspaceClientCapabilities all = new WorkspaceClientCapabilities();
        all.setApplyEdit(true);
        all.setWorkspaceFolders(true);
        all.setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
        all.setInlayHint(new InlayHintWorkspaceCapabilities(true));
        all.setCodeLens(new CodeLensWorkspaceCapabilities(true));
        return all;
    }

    private static TextDocumentClientCapabilities document() {
        TextDocumentClientCapabilities all = new TextDocumentClientCapabilities();
        DiagnosticCapabilities diagnostic = new DiagnosticCapabilities();
        diagnostic.setRelatedInformation(true);
        all.setDiagnostic(diagnostic);
        all.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
        CompletionItemCapabilities item = new CompletionItemCapabilities(true);
        item.setDocumentationFormat(List.of(MarkupKind.MARKDOWN));
        item.setLabelDetailsSupport(true);
        all.setCompletion(new CompletionCapabilities(item));
        CodeActionCapabilities action = new CodeActionCapabilities();
        action.setCodeActionLiteralSupport(new CodeActionLiteralSupportCapabilities(new CodeActionKindCapabilities(
                List.of(CodeActionKind.QuickFix, CodeActionKind.Refactor))));
        all.setCodeAction(action);
        DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
        symbols.setHierarchicalDocumentSymbolSupport(true);
        all.setDocumentSymbol(symbols);
        DefinitionCapabilities definition = new DefinitionCapabilities();
        definition.setLinkSupport(true);
        all.setDefinition(definition);
        RenameCapabilities rename = new RenameCapabilities();
        rename.setPrepareSupport(true);
        all.setRename(rename);
        return all;
    }
}
