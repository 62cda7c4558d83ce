package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcitopo.dsl.ide.testkit.Edits;
import org.pcitopo.dsl.ide.testkit.Samples;
import org.pcitopo.dsl.ide.testkit.Session;
import org.pcitopo.dsl.ide.text.LineIndex;

/** Thousands of edits with requests between them: in the end the editor shows what it would show of the text freshly opened. */
class RandomEditsTest {

    private static final int EDITS = 1_500;
    private static final String FOLDER = "file:///pcitopo-tests/random/";
    private static final List<String> PIECES = List.of("{", "}", "[mem size 16K]", "device 03.0 c : ssd", "\n", " ", "\"", "BAR 0", "expect a BAR 0 mapped",
            "pci=resource_alignment=16@00:01.0", ";", "host", "boot x of cloud { }", "//", "/*", "*/", "import \"catalogue:nvme\"", "64K", "0x10", "\ud83d\ude80");

    private final Session session = new Session(Session.modern());
    private final TextDocumentService documents = session.server().getTextDocumentService();
    private String text = Samples.arm("device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd", "command-line \"quiet pci=resource_alignment=16@00:01.0\"\nexpect a BAR 0 mapped");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endLikeAFreshlyOpenedFile(long seed) {
        Random random = new Random(seed);
        List<CompletableFuture<?>> asked = new ArrayList<>();
        open("edited.pcitopo", text);
        for (int i = 0; i < EDITS; i++) {
            edit(random, i + 2);
            if (i % 10 == 0) {
                asked.add(ask(random));
            }
        }
        asked.forEach(RandomEditsTest::settle);
        open("fresh.pcitopo", text);

        assertEquals(shown("fresh.pcitopo"), shown("edited.pcitopo"));
        assertEquals("", session.log());
        assertEquals(0, session.end());
    }

    private void open(String name, String content) {
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(FOLDER + name, "pcitopo", 1, content)));
    }

    /** Most edits write a piece or take a few characters out; now and then an edit is taken back, so that the text stays alive. */
    private void edit(Random random, int version) {
        LineIndex lines = new LineIndex(text);
        int from = random.nextInt(text.length() + 1);
        boolean insert = random.nextInt(5) < 2;
        int to = insert ? from : Math.min(text.length(), from + random.nextInt(4));
        String piece = insert ? PIECES.get(random.nextInt(PIECES.size())) : random.nextInt(3) == 0 ? "a" : "";
        Range range = random.nextInt(60) == 0 ? lines.range(0, text.length()) : lines.range(from, to);
        if (lines.offset(range.getStart()) == 0 && lines.offset(range.getEnd()) == text.length()) {
            piece = Samples.arm("device 01.0 a : ssd passthrough", "");
        }
        text = Edits.apply(text, List.of(new org.eclipse.lsp4j.TextEdit(range, piece)));
        documents.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(FOLDER + "edited.pcitopo", version),
                List.of(new TextDocumentContentChangeEvent(range, piece))));
    }

    private CompletableFuture<?> ask(Random random) {
        TextDocumentIdentifier file = new TextDocumentIdentifier(FOLDER + "edited.pcitopo");
        Position at = new LineIndex(text).position(random.nextInt(text.length() + 1));
        Range all = new LineIndex(text).range(0, text.length());
        return switch (random.nextInt(11)) {
            case 0 -> documents.hover(new HoverParams(file, at));
            case 1 -> documents.completion(new CompletionParams(file, at));
            case 2 -> documents.references(new ReferenceParams(file, at, new ReferenceContext(true)));
            case 3 -> documents.inlayHint(new InlayHintParams(file, all));
            case 4 -> documents.semanticTokensFull(new SemanticTokensParams(file));
            case 5 -> documents.documentSymbol(new DocumentSymbolParams(file));
            case 6 -> documents.foldingRange(new FoldingRangeRequestParams(file));
            case 7 -> documents.selectionRange(new SelectionRangeParams(file, List.of(at)));
            case 8 -> documents.signatureHelp(new SignatureHelpParams(file, at));
            case 9 -> documents.codeAction(new CodeActionParams(file, new Range(at, at), new CodeActionContext(List.of())));
            default -> documents.diagnostic(new DocumentDiagnosticParams(file));
        };
    }

    /** An answer, or that the text has changed since; nothing else. */
    private static void settle(CompletableFuture<?> answer) {
        try {
            answer.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            boolean overtaken = e.getCause() instanceof ResponseErrorException error && error.getMessage().contains("has changed since");
            if (!overtaken) {
                throw new AssertionError(e);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> shown(String name) {
        List<Diagnostic> diagnostics = Session.get(documents.diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(FOLDER + name))))
                .getRelatedFullDocumentDiagnosticReport().getItems();
        return diagnostics.stream().map(one -> one.getCode().getLeft() + " " + one.getRange() + " " + one.getMessage().getLeft()).toList();
    }
}
