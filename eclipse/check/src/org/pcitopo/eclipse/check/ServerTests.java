package org.pcitopo.eclipse.check;

import static org.pcitopo.eclipse.check.Bench.holds;
import static org.pcitopo.eclipse.check.Tests.DRIVES;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.swt.widgets.Label;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.server.Settings;
import org.pcitopo.eclipse.workbench.Services;

/** The server's life. */
final class ServerTests {

    private static final long PATIENCE = 30_000;

    private ServerTests() {
    }

    static void add(Bench bench, Map<String, Report.Body> tests) {
        tests.put("one server serves all projects", () -> {
            bench.fresh(DRIVES).annotation("warning", "nvme0 stays unmappable");
            holds(servers() == 1, servers() + " servers");
        });

        tests.put("who waits for an answer waits for nothing that the workbench does with another", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            boolean answered = bench.ui(() -> {
                OpenDocument text = Services.of(OpenDocuments.class).of(editor.document()).orElseThrow();
                CountDownLatch other = new CountDownLatch(1);
                Services.of(LanguageServerSession.class).request(server -> server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(text.identifier())))
                        .thenAccept(folds -> {
                            other.countDown();
                            editor.widget().getDisplay().syncExec(() -> { });
                        });
                holds(other.await(10, TimeUnit.SECONDS), "no answer to the other question");
                return symbols(text);
            });
            holds(answered, "no answer");
        });

        tests.put("who asks at the moment in which the server ends is answered by the next one", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            boolean answered = bench.ui(() -> {
                OpenDocument text = Services.of(OpenDocuments.class).of(editor.document()).orElseThrow();
                ProcessHandle.of(Services.of(LanguageServerSession.class).processId().orElseThrow()).orElseThrow().destroyForcibly();
                return symbols(text);
            });
            holds(answered, "no answer");
        });

        tests.put("a server that is killed comes back with a note, and knows the unsaved text", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            long before = Services.of(LanguageServerSession.class).processId().orElseThrow();
            editor.replaceAll("nvme0", "renamed");
            editor.annotation("warning", "renamed stays unmappable");
            ProcessHandle.of(before).orElseThrow().destroyForcibly();
            bench.until("the note", () -> bench.shells().stream().flatMap(shell -> Bench.controls(shell, Label.class).stream())
                    .filter(label -> label.getText().contains("ended unexpectedly and was started again")).findFirst());
            bench.picture("server-back");
            long after = bench.until("another process", () -> Services.of(LanguageServerSession.class).processId().filter(id -> id != before));
            holds(after != before, "the same process");
            editor.replaceAll("renamed", "once-more");
            editor.annotation("warning", "once-more stays unmappable");
        });

        tests.put("the settings decide what is simulated, and how bad a problem is", () -> {
            Editor editor = bench.fresh(DRIVES);
            editor.annotation("warning", "nvme0 stays unmappable");
            bench.does(() -> Services.of(Settings.class).store().setValue("severity", "PCI301=error"));
            editor.annotation("error", "nvme0 stays unmappable");
            bench.does(() -> Services.of(Settings.class).store().setValue("pageSize", "4K"));
            editor.noAnnotation("error", "nvme0 stays unmappable");
            bench.does(() -> {
                Services.of(Settings.class).store().setToDefault("severity");
                Services.of(Settings.class).store().setToDefault("pageSize");
            });
            editor.annotation("warning", "nvme0 stays unmappable");
        });
    }

    /** Asks while the user interface waits, as some of the workbench's own commands do. */
    private static boolean symbols(OpenDocument text) {
        return Services.of(LanguageServerSession.class).ask(server -> server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(text.identifier())), PATIENCE)
                .filter(symbols -> !symbols.isEmpty()).isPresent();
    }

    /** Stops the server or lets it go on: {@code STOP} or {@code CONT}. */
    static void signal(String name) throws Exception {
        long id = Services.of(LanguageServerSession.class).processId().orElseThrow();
        holds(new ProcessBuilder("kill", "-" + name, String.valueOf(id)).start().waitFor() == 0, "no signal for " + id);
    }

    private static long servers() {
        return ProcessHandle.current().children().filter(child -> child.info().command().filter(command -> command.endsWith("java")).isPresent()).count();
    }
}
