package org.pcitopo.dsl.ide.server;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationPatternKind;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.pcitopo.dsl.ide.action.ActionFeature;
import org.pcitopo.dsl.ide.command.CommandFeature;
import org.pcitopo.dsl.ide.tokens.TokensFeature;

/** What the server can do. */
final class Capabilities {

    private Capabilities() {
    }

    static ServerCapabilities of(ClientFeatures editor) {
        ServerCapabilities all = new ServerCapabilities();
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        all.setTextDocumentSync(sync);
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        WorkspaceServerCapabilities inWorkspace = new WorkspaceServerCapabilities(folders);
        FileOperationsServerCapabilities files = new FileOperationsServerCapabilities();
        files.setWillRename(new FileOperationOptions(List.of(filter("**/*.pcitopo", FileOperationPatternKind.File), filter("**", FileOperationPatternKind.Folder))));
        inWorkspace.setFileOperations(files);
        all.setWorkspace(inWorkspace);
        if (editor.pullsDiagnostics()) {
            all.setDiagnosticProvider(new DiagnosticRegistrationOptions(true, false));
        }
        all.setHoverProvider(true);
        all.setDefinitionProvider(true);
        all.setTypeDefinitionProvider(true);
        all.setReferencesProvider(true);
        all.setDocumentHighlightProvider(true);
        if (editor.preparesRename()) {
            all.setRenameProvider(new RenameOptions(true));
        } else {
            all.setRenameProvider(true);
        }
        all.setInlayHintProvider(true);
        all.setCallHierarchyProvider(true);
        all.setCompletionProvider(new CompletionOptions(false, List.of("\"", "=", ",", ";", "@", ":", "[")));
        all.setSignatureHelpProvider(new SignatureHelpOptions(List.of("=", ";", "@", ",")));
        all.setCodeActionProvider(new CodeActionOptions(ActionFeature.kinds()));
        all.setCodeLensProvider(new CodeLensOptions(false));
        all.setExecuteCommandProvider(new ExecuteCommandOptions(Stream.concat(CommandFeature.names().stream(), Stream.of(CommandRunner.APPLY, DrawingRunner.DRAW, DrawingRunner.LOCATE)).toList()));
        all.setFoldingRangeProvider(true);
        all.setSelectionRangeProvider(true);
        all.setDocumentSymbolProvider(true);
        all.setWorkspaceSymbolProvider(true);
        all.setDocumentLinkProvider(new DocumentLinkOptions(false));
        all.setDocumentFormattingProvider(true);
        all.setDocumentRangeFormattingProvider(true);
        SemanticTokensWithRegistrationOptions tokens = new SemanticTokensWithRegistrationOptions(TokensFeature.legend(),
                new SemanticTokensServerFull(true));
        tokens.setRange(true);
        all.setSemanticTokensProvider(tokens);
        return all;
    }

    private static FileOperationFilter filter(String glob, String kind) {
        FileOperationPattern pattern = new FileOperationPattern(glob);
        pattern.setMatches(kind);
        return new FileOperationFilter(pattern, "file");
    }

    /** Asks the editor to tell when files of the language change on the disk. */
    static RegistrationParams watchedFiles() {
        FileSystemWatcher watcher = new FileSystemWatcher(Either.forLeft("**/*.pcitopo"));
        return new RegistrationParams(List.of(new Registration("pcitopo-files", "workspace/didChangeWatchedFiles",
                new DidChangeWatchedFilesRegistrationOptions(List.of(watcher)))));
    }
}
