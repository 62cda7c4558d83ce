package org.pcitopo.dsl.ide.server;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.pcitopo.dsl.ide.diagnostics.DiagnosticsFeature;
import org.pcitopo.dsl.ide.diagnostics.PageLinks;
import org.pcitopo.dsl.ide.diagnostics.Publisher;
import org.pcitopo.dsl.ide.drawing.DrawQuestion;
import org.pcitopo.dsl.ide.outcome.BootReference;
import org.pcitopo.dsl.ide.text.TextChanges;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Superseded;
import org.pcitopo.dsl.ide.workspace.Workspace;

/**
 * Xtext's language server with documents and features of its own. This class knows the protocol and nothing else: it takes texts
 * into the workspace, and hands each request with the newest snapshot of its file to the feature that answers it.
 */
final class PcitopoLanguageServer extends LanguageServerImpl {

    private final Workspace workspace;
    private final Workers workers;
    private final PageLinks pages;
    private final Injector language;
    private LanguageClient client;
    private ClientFeatures editor = ClientFeatures.NONE;
    private Features features;
    private Optional<Publisher> publisher = Optional.empty();

    PcitopoLanguageServer(Injector language, Workers workers, PageLinks pages) {
        this.workspace = new Workspace(language);
        this.workers = workers;
        this.pages = pages;
        this.language = language;
        this.features = Features.of(language, workspace, pages, editor);
    }

    @Override
    public void connect(LanguageClient remote) {
        super.connect(remote);
        client = remote;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        editor = ClientFeatures.of(params);
        features = Features.of(language, workspace, pages, editor);
        publisher = editor.pullsDiagnostics() ? Optional.empty()
                : Optional.of(new Publisher(client, workspace.uris(), features.diagnostics(), workers.checks()));
        workspace.setFolders(folders(params));
        workspace.setOptions(Settings.of(params.getInitializationOptions()));
        endWith(params.getProcessId());
        return super.initialize(params).thenApply(result -> {
            result.setServerInfo(new ServerInfo("pcitopo"));
            return result;
        });
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        return super.shutdown().thenApply(done -> null);
    }

    /** An editor that is no more cannot say goodbye, and somebody else may keep its end of the streams open. */
    private void endWith(Integer process) {
        Optional.ofNullable(process).flatMap(ProcessHandle::of).filter(editing -> !editing.equals(ProcessHandle.current()))
                .ifPresent(editing -> editing.onExit().thenRun(this::exit));
    }

    @Override
    protected ServerCapabilities createServerCapabilities(InitializeParams params) {
        return Capabilities.of(editor);
    }

    @Override
    public void initialized(InitializedParams params) {
        super.initialized(params);
        if (editor.watchesFiles()) {
            client.registerCapability(Capabilities.watchedFiles());
        }
    }

    @SuppressWarnings("deprecation")
    private static List<String> folders(InitializeParams params) {
        if (params.getWorkspaceFolders() != null) {
            return params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).toList();
        }
        return params.getRootUri() == null ? List.of() : List.of(params.getRootUri());
    }

    // ---------------------------------------------------------------- texts

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        URI file = workspace.uris().file(params.getTextDocument().getUri());
        changed(file, workspace.change(file, params.getTextDocument().getVersion(), params.getTextDocument().getText()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        URI file = workspace.uris().file(params.getTextDocument().getUri());
        String old = workspace.snapshot(file).map(Snapshot::text).orElse("");
        String text = TextChanges.apply(old, params.getContentChanges());
        int version = Optional.ofNullable(params.getTextDocument().getVersion()).orElse(0);
        changed(file, workspace.change(file, version, text));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        URI file = workspace.uris().file(params.getTextDocument().getUri());
        List<Snapshot> dependents = workspace.close(file);
        publisher.ifPresent(sender -> sender.clear(file.toString()));
        features.tokenHistory().forget(params.getTextDocument().getUri());
        changed(file, dependents);
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        elsewhere(workspace.filesChanged());
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        List<String> folders = new ArrayList<>(workspace.folders());
        params.getEvent().getRemoved().forEach(folder -> folders.remove(folder.getUri()));
        params.getEvent().getAdded().forEach(folder -> folders.add(folder.getUri()));
        elsewhere(workspace.setFolders(folders));
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        elsewhere(workspace.setOptions(Settings.of(params.getSettings())));
    }

    /** The editor knows that {@code file} has changed, but not that others may look different now. */
    private void changed(URI file, List<Snapshot> renewed) {
        publisher.ifPresent(sender -> sender.publish(renewed));
        if (renewed.stream().anyMatch(snapshot -> !snapshot.file().equals(file))) {
            refresh();
        }
    }

    private void elsewhere(List<Snapshot> renewed) {
        publisher.ifPresent(sender -> sender.publish(renewed));
        refresh();
    }

    private void refresh() {
        if (publisher.isEmpty() && editor.refreshesDiagnostics()) {
            client.refreshDiagnostics();
        }
        if (editor.refreshesHints()) {
            client.refreshInlayHints();
        }
        if (editor.refreshesLenses()) {
            client.refreshCodeLenses();
        }
    }

    // ---------------------------------------------------------------- requests

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        return answer(params.getTextDocument(), new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of())), snapshot -> {
            String id = Long.toString(snapshot.generation());
            if (id.equals(params.getPreviousResultId())) {
                return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
            }
            DiagnosticsFeature feature = features.diagnostics();
            RelatedFullDocumentDiagnosticReport report = new RelatedFullDocumentDiagnosticReport(feature.diagnostics(snapshot));
            report.setResultId(id);
            return new DocumentDiagnosticReport(report);
        });
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return search(params.getTextDocument(), null, (snapshot, cancelled) -> features.hover()
                .hover(snapshot, params.getPosition(), cancelled::checkCanceled).orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams params) {
        return answer(params.getTextDocument(), Either.forLeft(List.of()),
                snapshot -> {
                    List<Location> targets = features.navigation().definition(snapshot, params.getPosition());
                    Optional<Range> origin = editor.showsLinkOrigins() ? features.navigation().origin(snapshot, params.getPosition()) : Optional.empty();
                    return origin.isEmpty() ? Either.forLeft(targets) : Either.forRight(targets.stream().map(target ->
                            new LocationLink(target.getUri(), target.getRange(), target.getRange(), origin.get())).toList());
                });
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> typeDefinition(TypeDefinitionParams params) {
        return answer(params.getTextDocument(), Either.forLeft(List.of()),
                snapshot -> Either.forLeft(features.navigation().typeDefinition(snapshot, params.getPosition())));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return search(params.getTextDocument(), List.of(), (snapshot, cancelled) -> features.navigation().references(snapshot,
                params.getPosition(), params.getContext().isIncludeDeclaration(), cancelled::checkCanceled));
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return search(params.getTextDocument(), List.of(), (snapshot, cancelled) -> features.navigation()
                .highlights(snapshot, params.getPosition(), cancelled::checkCanceled));
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(PrepareRenameParams params) {
        return answer(params.getTextDocument(), null, snapshot -> features.rename().prepare(snapshot, params.getPosition())
                .map(Either3::<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond).orElse(null));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return search(params.getTextDocument(), null,
                (snapshot, cancelled) -> features.rename().rename(snapshot, params.getPosition(), params.getNewName(), cancelled::checkCanceled));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        // Waits for no model: names and addresses of the text before will do.
        return ask(workers.completions(), params.getTextDocument(), Either.forLeft(List.of()),
                (snapshot, cancelled) -> Either.forRight(features.completion().complete(snapshot, params.getPosition())));
    }

    @Override
    public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return answer(params.getTextDocument(), null, snapshot -> features.signature().help(snapshot, params.getPosition()).orElse(null));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return search(params.getTextDocument(), List.of(), (snapshot, cancelled) -> features.actions()
                .actions(snapshot, params.getRange(), params.getContext(), cancelled::checkCanceled).stream()
                .map(action -> editor.knowsCodeActions() ? Either.<Command, CodeAction>forRight(action)
                        : Either.<Command, CodeAction>forLeft(CommandRunner.command(action))).toList());
    }

    @Override
    public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return answer(params.getTextDocument(), List.of(), snapshot -> features.hierarchy().prepare(snapshot, params.getPosition()));
    }

    @Override
    public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(CallHierarchyIncomingCallsParams params) {
        return answer(new TextDocumentIdentifier(params.getItem().getUri()), List.of(),
                snapshot -> features.hierarchy().incoming(snapshot, params.getItem()));
    }

    @Override
    public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(CallHierarchyOutgoingCallsParams params) {
        return answer(new TextDocumentIdentifier(params.getItem().getUri()), List.of(),
                snapshot -> features.hierarchy().outgoing(snapshot, params.getItem()));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return search(params.getTextDocument(), List.of(),
                (snapshot, cancelled) -> features.hints().hints(snapshot, params.getRange(), cancelled::checkCanceled));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return search(params.getTextDocument(), List.of(), (snapshot, cancelled) -> features.lens().lenses(snapshot, cancelled::checkCanceled));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
        return ofAll(new WorkspaceEdit(), cancelled -> features.fileRenames().edits(params.getFiles(), cancelled::checkCanceled));
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        if (params.getCommand().equals(CommandRunner.APPLY)) {
            new CommandRunner(client, editor).apply(params.getArguments());
            return CompletableFuture.completedFuture(null);
        }
        Optional<DrawQuestion> drawing = DrawingRunner.question(params);
        if (drawing.isPresent()) {
            return draw(params.getCommand(), drawing.get());
        }
        Optional<BootReference> boot = BootReference.of(params.getArguments());
        if (boot.isEmpty() || !features.commands().knows(params.getCommand())) {
            return CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams,
                    DrawingRunner.knows(params.getCommand()) ? params.getCommand() + " takes one argument, an object with the uri of the file"
                            : features.commands().knows(params.getCommand()) ? params.getCommand() + " takes one argument: { uri, host, boot }"
                                    : "there is no command '" + params.getCommand() + "'", null)));
        }
        CommandRunner runner = new CommandRunner(client, editor);
        return search(new TextDocumentIdentifier(boot.get().uri()), null, (snapshot, cancelled) -> features.commands()
                .execute(params.getCommand(), snapshot, boot.get(), cancelled::checkCanceled).map(runner::finish).orElse(null));
    }

    private CompletableFuture<Object> draw(String command, DrawQuestion question) {
        TextDocumentIdentifier document = new TextDocumentIdentifier(question.uri());
        if (command.equals(DrawingRunner.LOCATE)) {
            return answer(document, null, snapshot -> features.locate().locate(snapshot, question).orElse(null));
        }
        // Drawn outside of the snapshot: whoever looks at a snapshot keeps the next edit waiting.
        return ask(workers.drawings(), document, null, (snapshot, cancelled) -> features.drawing().draw(
                snapshot.look(newest -> features.drawing().scene(newest, question)), question, () -> {
                    cancelled.checkCanceled();
                    snapshot.checkCurrent();
                }));
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return answer(params.getTextDocument(), List.of(), features.folding()::ranges);
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return answer(params.getTextDocument(), List.of(), snapshot -> params.getPositions().stream()
                .map(position -> features.selection().range(snapshot, position)).toList());
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams params) {
        return answer(params.getTextDocument(), List.of(), snapshot -> editor.showsSymbolTrees()
                ? features.symbols().outline(snapshot).stream().map(Either::<SymbolInformation, DocumentSymbol>forRight).toList()
                : features.symbols().list(snapshot).stream().map(Either::<SymbolInformation, DocumentSymbol>forLeft).toList());
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(WorkspaceSymbolParams params) {
        return ofAll(Either.forRight(List.of()), cancelled -> Either.forRight(features.symbols().find(params.getQuery(), cancelled::checkCanceled)));
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return search(params.getTextDocument(), List.of(), (snapshot, cancelled) -> features.links().links(snapshot, cancelled::checkCanceled));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(params.getTextDocument(), List.of(), features.format()::format);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return answer(params.getTextDocument(), List.of(), snapshot -> features.format().format(snapshot, params.getRange()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return search(params.getTextDocument(), new SemanticTokens(List.of()), (snapshot, cancelled) -> features.tokenHistory()
                .remember(params.getTextDocument().getUri(), features.tokens().tokens(snapshot, Optional.empty(), cancelled::checkCanceled)));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(SemanticTokensDeltaParams params) {
        return search(params.getTextDocument(), Either.forLeft(new SemanticTokens(List.of())), (snapshot, cancelled) -> features.tokenHistory()
                .since(params.getTextDocument().getUri(), params.getPreviousResultId(),
                        features.tokens().tokens(snapshot, Optional.empty(), cancelled::checkCanceled)));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return search(params.getTextDocument(), new SemanticTokens(List.of()), (snapshot, cancelled) ->
                features.tokens().tokens(snapshot, Optional.of(params.getRange()), cancelled::checkCanceled));
    }

    /** Answers from the newest snapshot of a file, on another thread; with {@code nothing} where the file cannot be read. */
    private <T> CompletableFuture<T> answer(TextDocumentIdentifier document, T nothing, Function<Snapshot, T> feature) {
        return search(document, nothing, (snapshot, cancelled) -> feature.apply(snapshot));
    }

    /** As {@link #answer}, for what takes so long that it looks now and then whether the answer is still wanted. */
    private <T> CompletableFuture<T> search(TextDocumentIdentifier document, T nothing, BiFunction<Snapshot, CancelChecker, T> feature) {
        return ask(document, nothing, (snapshot, cancelled) -> snapshot.look(newest -> feature.apply(newest, cancelled)));
    }

    private <T> CompletableFuture<T> ask(TextDocumentIdentifier document, T nothing, BiFunction<Snapshot, CancelChecker, T> question) {
        return ask(workers.requests(), document, nothing, question);
    }

    private <T> CompletableFuture<T> ask(ExecutorService threads, TextDocumentIdentifier document, T nothing,
            BiFunction<Snapshot, CancelChecker, T> question) {
        Optional<Snapshot> snapshot = workspace.file(workspace.uris().file(document.getUri()));
        if (snapshot.isEmpty()) {
            return CompletableFuture.completedFuture(nothing);
        }
        return compute(threads, nothing, cancelled -> question.apply(snapshot.get(), cancelled));
    }

    /** Answers from the files of the workspace, on another thread. */
    private <T> CompletableFuture<T> ofAll(T nothing, Function<CancelChecker, T> question) {
        return compute(workers.requests(), nothing, cancelled -> workspace.look(() -> question.apply(cancelled)));
    }

    private static <T> CompletableFuture<T> compute(ExecutorService threads, T nothing, Function<CancelChecker, T> question) {
        return CompletableFutures.computeAsync(threads, cancelled -> {
            cancelled.checkCanceled();
            try {
                return question.apply(cancelled);
            } catch (Superseded gone) {
                throw new ResponseErrorException(new ResponseError(ResponseErrorCode.ContentModified, gone.getMessage(), null));
            } catch (StackOverflowError tooDeep) {
                return nothing;
            }
        });
    }
}
