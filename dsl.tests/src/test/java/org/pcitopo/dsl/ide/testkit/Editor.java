package org.pcitopo.dsl.ide.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;

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
}
