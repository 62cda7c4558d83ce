package org.pcitopo.dsl.ide.testkit;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.pcitopo.dsl.ide.text.LineIndex;

/** One marked text, open in an editor. All tests share one server; each has a folder of its own there, which is on no disk. */
public final class Editor {

    private static final AtomicInteger FOLDERS = new AtomicInteger();

    private static final class Shared {
        private static final Session SESSION = new Session(Session.modern());
    }

    private final String folder = "file:///pcitopo-tests/" + FOLDERS.incrementAndGet() + "/";
    private Marked marked;
    private int version = 1;

    private Editor(Marked marked) {
        this.marked = marked;
    }

    /** Opens {@code text} as {@code main.pcitopo}. */
    public static Editor of(String text) {
        Editor editor = new Editor(Marked.of(text));
        editor.open("main.pcitopo", editor.marked.text());
        return editor;
    }

    /** Opens another file beside it. */
    public Editor with(String name, String text) {
        open(name, text);
        return this;
    }

    private void open(String name, String text) {
        documents().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(folder + name, "pcitopo", 1, text)));
    }

    /** Replaces a range by a text, as typing does. */
    public Editor type(Range range, String text) {
        TextDocumentContentChangeEvent change = new TextDocumentContentChangeEvent(range, text);
        documents().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri(), ++version), List.of(change)));
        return this;
    }

    public String uri() {
        return folder + "main.pcitopo";
    }

    public String uri(String name) {
        return folder + name;
    }

    public TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(uri());
    }

    public Marked marked() {
        return marked;
    }

    public TextDocumentService documents() {
        return session().server().getTextDocumentService();
    }

    public static Session session() {
        return Shared.SESSION;
    }

    /** The problems shown. */
    public List<Diagnostic> problems() {
        return Session.get(documents().diagnostic(new DocumentDiagnosticParams(document())))
                .getRelatedFullDocumentDiagnosticReport().getItems();
    }

    /** The only problem of that code. */
    public Diagnostic problem(String code) {
        List<Diagnostic> found = problems().stream().filter(one -> one.getCode().getLeft().equals(code)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + code + ", found " + problems());
        }
        return found.get(0);
    }

    /** What the editor shows at the cursor, Markdown; empty for nothing. */
    public String hover() {
        Hover hover = Session.get(documents().hover(new HoverParams(document(), marked.cursor())));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    /** The characters that the editor marks while it shows something at the cursor. */
    public Range hoverRange() {
        return Session.get(documents().hover(new HoverParams(document(), marked.cursor()))).getRange();
    }

    /** Where what stands at the cursor is written. */
    public List<Location> definition() {
        return List.copyOf(Session.get(documents().definition(new DefinitionParams(document(), marked.cursor()))).getLeft());
    }

    /** Every place that means what stands at the cursor, its declaration included. */
    public List<Location> references() {
        return List.copyOf(Session.get(documents().references(new ReferenceParams(document(), marked.cursor(), new ReferenceContext(true)))));
    }

    public List<Range> highlights() {
        return Session.get(documents().documentHighlight(new DocumentHighlightParams(document(), marked.cursor()))).stream()
                .map(DocumentHighlight::getRange).toList();
    }

    /** The text after renaming what stands at the cursor. */
    public String rename(String name) {
        WorkspaceEdit edit = Session.get(documents().rename(new RenameParams(document(), marked.cursor(), name)));
        return Edits.apply(marked.text(), edit.getChanges().get(uri()));
    }

    /** Each hint with what stands in front of it on its line, from the last blank before its statement. */
    public List<String> hints() {
        LineIndex lines = new LineIndex(marked.text());
        Range all = lines.range(0, marked.text().length());
        return Session.get(documents().inlayHint(new InlayHintParams(document(), all))).stream().map(hint -> {
            String before = lines.line(hint.getPosition().getLine()).substring(0, hint.getPosition().getCharacter()).strip();
            return before.replaceFirst("^device [0-9.]+ ", "").replaceFirst("^.*\\{ ", "") + "|" + hint.getLabel().getLeft();
        }).toList();
    }

    /** The texts above boots, without what can be pressed. */
    public List<String> lenses() {
        return allLenses().stream().filter(lens -> lens.getCommand().getCommand().isEmpty()).map(lens -> lens.getCommand().getTitle()).toList();
    }

    /** What can be pressed above boots. */
    public List<Command> buttons() {
        return allLenses().stream().map(CodeLens::getCommand).filter(command -> !command.getCommand().isEmpty()).toList();
    }

    private List<? extends CodeLens> allLenses() {
        return Session.get(documents().codeLens(new CodeLensParams(document())));
    }

    /** What comes of pressing {@code title} above the boot {@code boot}. */
    public JsonObject press(String title, String boot) {
        Command command = buttons().stream().filter(one -> one.getTitle().equals(title) && one.getArguments().toString().contains("\"boot\":\"" + boot + "\""))
                .findFirst().orElseThrow(() -> new AssertionError(buttons().toString()));
        return new Gson().toJsonTree(Session.get(session().server().getWorkspaceService().executeCommand(
                new ExecuteCommandParams(command.getCommand(), command.getArguments())))).getAsJsonObject();
    }

    /** What comes of a command about this file, with {@code more} in its argument; null for nothing. */
    public JsonElement execute(String command, Map<String, Object> more) {
        return executeAt(uri(), command, more);
    }

    /** As {@link #execute}, about {@code uri}, or about no file. */
    public JsonElement executeAt(String uri, String command, Map<String, Object> more) {
        Map<String, Object> argument = new HashMap<>(more);
        argument.put("uri", uri);
        Object answer = Session.get(session().server().getWorkspaceService().executeCommand(new ExecuteCommandParams(command, List.of(argument))));
        return answer == null ? null : new Gson().toJsonTree(answer);
    }

    /** The outline, on one line. */
    public String outline() {
        return outline(Session.get(documents().documentSymbol(new DocumentSymbolParams(document()))).stream().map(Either::getRight).toList());
    }

    private static String outline(List<DocumentSymbol> symbols) {
        return symbols.stream().map(symbol -> symbol.getName() + (symbol.getChildren().isEmpty() ? "" : "(" + outline(symbol.getChildren()) + ")"))
                .collect(Collectors.joining(", "));
    }

    public static List<String> workspaceSymbols(String query) {
        return Session.get(session().server().getWorkspaceService().symbol(new WorkspaceSymbolParams(query))).getRight().stream()
                .map(WorkspaceSymbol::getName).toList();
    }

    /** First and last line of every range that folds. */
    public List<String> folds() {
        return Session.get(documents().foldingRange(new FoldingRangeRequestParams(document()))).stream()
                .map(range -> range.getStartLine() + "-" + range.getEndLine()).toList();
    }

    /** The texts of the selections that grow from the cursor. */
    public List<String> selections() {
        LineIndex lines = new LineIndex(marked.text());
        List<String> texts = new ArrayList<>();
        SelectionRange next = Session.get(documents().selectionRange(new SelectionRangeParams(document(), List.of(marked.cursor())))).get(0);
        for (; next != null; next = next.getParent()) {
            texts.add(marked.text().substring(lines.offset(next.getRange().getStart()), lines.offset(next.getRange().getEnd())));
        }
        return texts;
    }

    public List<String> links() {
        return Session.get(documents().documentLink(new DocumentLinkParams(document()))).stream().map(DocumentLink::getTarget).toList();
    }

    /** The text, laid out. */
    public String formatted() {
        return Edits.apply(marked.text(), formatting());
    }

    /** The text with the marked range laid out. */
    public String rangeFormatted() {
        return Edits.apply(marked.text(), List.copyOf(Session.get(documents().rangeFormatting(
                new DocumentRangeFormattingParams(document(), new FormattingOptions(4, true), marked.ranges().get(0))))));
    }

    /** How many edits it takes to lay the text out. */
    public int formatEdits() {
        return formatting().size();
    }

    private List<TextEdit> formatting() {
        return List.copyOf(Session.get(documents().formatting(new DocumentFormattingParams(document(), new FormattingOptions(4, true)))));
    }

    /** Every coloured piece: its text, its sort, and a star for a declaration. */
    public List<String> tokens() {
        SemanticTokensWithRegistrationOptions options = session().greeting().getCapabilities().getSemanticTokensProvider();
        List<Integer> data = Session.get(documents().semanticTokensFull(new SemanticTokensParams(document()))).getData();
        LineIndex lines = new LineIndex(marked.text());
        List<String> tokens = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (int i = 0; i < data.size(); i += 5) {
            column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            String text = lines.line(line).substring(column, column + data.get(i + 2));
            tokens.add(text + " " + options.getLegend().getTokenTypes().get(data.get(i + 3)) + (data.get(i + 4) == 1 ? "*" : ""));
        }
        return tokens;
    }

    /** The names of what shares a page with the device at the cursor. */
    public List<String> incoming() {
        return Session.get(documents().callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(hierarchyItem()))).stream()
                .map(call -> call.getFrom().getName()).toList();
    }

    /** The names of the bridges above the device at the cursor. */
    public List<String> outgoing() {
        return Session.get(documents().callHierarchyOutgoingCalls(new CallHierarchyOutgoingCallsParams(hierarchyItem()))).stream()
                .map(call -> call.getTo().getName()).toList();
    }

    private CallHierarchyItem hierarchyItem() {
        return Session.get(documents().prepareCallHierarchy(new CallHierarchyPrepareParams(document(), marked.cursor()))).get(0);
    }

    /** What could be written at the cursor, the best first. */
    public List<CompletionItem> completion() {
        List<CompletionItem> items = new ArrayList<>(Session.get(documents().completion(new CompletionParams(document(), marked.cursor())))
                .getRight().getItems());
        items.sort(Comparator.comparing(CompletionItem::getSortText));
        return items;
    }

    /** The proposal {@code label}. */
    public CompletionItem completion(String label) {
        return completion().stream().filter(item -> item.getLabel().equals(label)).findFirst().orElseThrow();
    }

    /** The signature shown at the cursor, with stars around the argument that is being written; empty for none. */
    public String signature() {
        SignatureHelp help = Session.get(documents().signatureHelp(new SignatureHelpParams(document(), marked.cursor())));
        if (help == null) {
            return "";
        }
        SignatureInformation signature = help.getSignatures().get(0);
        Tuple.Two<Integer, Integer> active = signature.getParameters().get(help.getActiveParameter()).getLabel().getRight();
        String label = signature.getLabel();
        return label.substring(0, active.getFirst()) + "*" + label.substring(active.getFirst(), active.getSecond()) + "*"
                + label.substring(active.getSecond());
    }

    /** Everything that is offered at the marked range. */
    public List<CodeAction> actions() {
        CodeActionContext context = new CodeActionContext(problems());
        return Session.get(documents().codeAction(new CodeActionParams(document(), marked.ranges().get(0), context)))
                .stream().map(Either::getRight).toList();
    }

    public List<String> actionTitles() {
        return actions().stream().map(CodeAction::getTitle).toList();
    }

    /** Whether an action whose title begins so is offered at the marked range. */
    public boolean offers(String title) {
        return actionTitles().stream().anyMatch(one -> one.startsWith(title));
    }

    /** The first action offered at the marked range whose title begins so. */
    public CodeAction action(String title) {
        List<CodeAction> actions = actions();
        return actions.stream().filter(action -> action.getTitle().startsWith(title)).findFirst()
                .orElseThrow(() -> new AssertionError(actions.stream().map(CodeAction::getTitle).toList().toString()));
    }

    /** The text after that action. */
    public String act(String title) {
        return Edits.apply(marked.text(), action(title).getEdit().getChanges().get(uri()));
    }
}
