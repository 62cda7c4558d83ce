package org.pcitopo.dsl.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
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
import org.pcitopo.dsl.source.TextChange;

/** Thousands of edits with requests between them: the editor always shows what it would show of the text freshly opened. */
class RandomEditsTest {

    private static final int EDITS = 900;
    private static final int BETWEEN_COMPARISONS = 150;
    private static final int EDITS_ELSEWHERE = 30;
    private static final String FOLDER = "file:///pcitopo-tests/random/";
    private static final List<String> PIECES = List.of("{", "}", "[mem size 16K]", "device 03.0 c : ssd", "\n", " ", "\"", "BAR 0", "expect a BAR 0 mapped",
            "pci=resource_alignment=16@00:01.0", ";", "host", "boot x of cloud { }", "//", "/*", "*/", "import \"catalogue:nvme\"", "64K", "0x10", "\ud83d\ude80");

    /** Words that mean something else of the same sort when they are exchanged. */
    private static final Map<String, String> OTHERS = Map.of("16K", "64K", "64K", "4K", "4K", "16K", "d0", "d1", "d1", "d2", "d2", "d3", "d3", "d0",
            "144d:a808", "144d:a809", "144d:a809", "144d:a808");
    private static final Pattern SAID_ELSEWHERE = Pattern.compile(
            "(?<=(?m:^device-type.{0,80}|^ *(?:iommu-group|passthrough|unplug|expect).{0,40}))\\b(?:16K|64K|4K|d[0-3]|144d:a80[89])\\b");

    private final Session session = new Session(Session.modern());
    private final TextDocumentService documents = session.server().getTextDocumentService();
    private String start;
    private String text;
    private String before;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneHostLooksLikeAFreshlyOpenedFile(long seed) {
        edited(Samples.arm("device 01.0 a : ssd passthrough\ndevice 02.0 b : ssd", "command-line \"quiet pci=resource_alignment=16@00:01.0\"\nexpect a BAR 0 mapped"),
                seed, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void manyHostsLookLikeAFreshlyOpenedFile(long seed) {
        edited(Samples.rack(4), seed, 3);
    }

    /** Domains and host bridges are kept apart while nothing in them changes; all that is said of functions elsewhere goes across them. */
    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12, 13})
    void oneHostWithSeveralHostBridgesLooksLikeAFreshlyOpenedFile(long seed) {
        edited(Samples.severalHostBridges(seed % 2 == 0 ? "aarch64" : "x86_64"), seed, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void aFileWithImportsLooksLikeAFreshlyOpenedOne(long seed) {
        open("types.pcitopo", "device-type ssd { id 144d:a808 class 0x010802 BAR 0 [mem size 16K 64bit] }\ndevice-type fpga { BAR 2 [mem size 4K] }\n");
        edited("import \"types.pcitopo\"\nimport \"catalogue:nvme\"\n" + Samples.rack(2).replaceFirst("(?m)^device-type.*\n", ""), seed, 3);
    }

    /**
     * What is kept of a host bridge depends on the types of its functions and on what statements elsewhere say of them. The text stays sound, so
     * that all that can be kept is kept.
     */
    @ParameterizedTest
    @ValueSource(longs = {14, 15})
    void whatIsSaidOfFunctionsElsewhereIsSeen(long seed) {
        Random random = new Random(seed);
        text = Samples.severalHostBridges("aarch64").replaceFirst("device-type ssd \\{ (.*) (class .*) (BAR .*) }",
                "device-type drive { $1 $3 }\ndevice-type ssd extends drive { $2 }").replace("boot stock of big {", "boot stock of big {\n    passthrough d2, d3");
        open("edited.pcitopo", text);
        for (int i = 0; i < EDITS_ELSEWHERE; i++) {
            Matcher said = saidElsewhere(random);
            replace(text.substring(0, said.start()) + OTHERS.get(said.group()) + text.substring(said.end()), i + 2);
            open("fresh.pcitopo", text);
            assertEquals(String.join("\n", diagnosed("fresh.pcitopo")), String.join("\n", diagnosed("edited.pcitopo")), text);
            documents.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(FOLDER + "fresh.pcitopo")));
        }
        assertEquals(0, session.end());
    }

    /** @param calm of how many edits one stays; the others are taken back by the next */
    private void edited(String content, long seed, int calm) {
        Random random = new Random(seed);
        List<CompletableFuture<?>> asked = new ArrayList<>();
        start = content;
        text = content;
        before = content;
        open("edited.pcitopo", text);
        for (int i = 0; i < EDITS; i++) {
            if (i % calm != 0 && i % 2 == 1) {
                replace(before, i + 2);
            } else {
                edit(random, i + 2);
            }
            if (i % 3 == 0) {
                asked.add(ask(random));
            }
            if (i % BETWEEN_COMPARISONS == 0) {
                compare("fresh" + i + ".pcitopo");
            }
        }
        asked.forEach(RandomEditsTest::settle);

        compare("fresh.pcitopo");
        assertEquals("", session.log());
        assertEquals(0, session.end());
    }

    private void compare(String fresh) {
        open(fresh, text);
        assertEquals(String.join("\n", shown(fresh)), String.join("\n", shown("edited.pcitopo")), text);
        documents.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(FOLDER + fresh)));
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
            piece = start;
        }
        before = text;
        text = Edits.apply(text, List.of(new org.eclipse.lsp4j.TextEdit(range, piece)));
        documents.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(FOLDER + "edited.pcitopo", version),
                List.of(new TextDocumentContentChangeEvent(range, piece))));
    }

    /** A word of a device type, or of a statement about functions that stand elsewhere. */
    private Matcher saidElsewhere(Random random) {
        List<Integer> starts = SAID_ELSEWHERE.matcher(text).results().map(MatchResult::start).toList();
        Matcher one = SAID_ELSEWHERE.matcher(text);
        one.find(starts.get(random.nextInt(starts.size())));
        return one;
    }

    private void replace(String content, int version) {
        TextChange change = TextChange.between(text, content);
        Range range = new LineIndex(text).range(change.offset(), change.end());
        text = content;
        documents.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(FOLDER + "edited.pcitopo", version),
                List.of(new TextDocumentContentChangeEvent(range, content.substring(change.offset(), change.offset() + change.inserted())))));
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

    private List<String> diagnosed(String name) {
        TextDocumentIdentifier file = new TextDocumentIdentifier(FOLDER + name);
        List<Diagnostic> diagnostics = Session.get(documents.diagnostic(new DocumentDiagnosticParams(file)))
                .getRelatedFullDocumentDiagnosticReport().getItems();
        List<String> shown = new ArrayList<>(diagnostics.stream().map(String::valueOf).toList());
        shown.add("hints " + Session.get(documents.inlayHint(new InlayHintParams(file, new LineIndex(text).range(0, text.length())))));
        return shown.stream().map(one -> one.replace(name, "NAME")).toList();
    }

    private List<String> shown(String name) {
        TextDocumentIdentifier file = new TextDocumentIdentifier(FOLDER + name);
        LineIndex lines = new LineIndex(text);
        List<String> shown = new ArrayList<>(diagnosed(name));
        shown.add("tokens " + Session.get(documents.semanticTokensFull(new SemanticTokensParams(file))).getData());
        shown.add("symbols " + Session.get(documents.documentSymbol(new DocumentSymbolParams(file))));
        shown.add("lenses " + Session.get(documents.codeLens(new CodeLensParams(file))));
        for (int line = 0; line < lines.count(); line++) {
            Position at = lines.position((lines.start(line) + lines.end(line)) / 2);
            shown.add("hover " + line + " " + Session.get(documents.hover(new HoverParams(file, at))));
            shown.add("definition " + line + " " + Session.get(documents.definition(new DefinitionParams(file, at))));
        }
        return shown.stream().map(one -> one.replace(name, "NAME")).toList();
    }
}
