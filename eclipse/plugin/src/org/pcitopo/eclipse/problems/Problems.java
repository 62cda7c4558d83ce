package org.pcitopo.eclipse.problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.pcitopo.eclipse.documents.OpenDocument;
import org.pcitopo.eclipse.documents.OpenDocuments;
import org.pcitopo.eclipse.documents.Positions;
import org.pcitopo.eclipse.server.LanguageServerSession;
import org.pcitopo.eclipse.workbench.Log;
import org.pcitopo.eclipse.workbench.Uris;

/** Keeps the markers of open texts at what the server says of them, with every edit; and asks it about files that are not open. */
public final class Problems {

    private static final long PATIENCE = 60_000;

    private final LanguageServerSession session;
    private final OpenDocuments documents;
    private final Consumer<IProject> projects;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final Map<OpenDocument, Told> told = new ConcurrentHashMap<>();
    /** Projects with files about which nobody answered. */
    private final Set<IProject> missed = ConcurrentHashMap.newKeySet();

    /** The last question about a text; {@code heard} ends when its answer is known to {@code told}. */
    private record Asked(CompletableFuture<?> answer, CompletableFuture<?> heard) {
    }

    /** What the server said of a text as it was then. */
    private record Told(int version, List<Diagnostic> problems) {
    }

    /** @param projects checks the files of a project anew */
    public Problems(LanguageServerSession session, OpenDocuments documents, Consumer<IProject> projects) {
        this.session = session;
        this.documents = documents;
        this.projects = projects;
    }

    /** Follows all texts from now on. */
    public void begin() {
        session.whenAnswersChange(() -> {
            documents.all().forEach(this::check);
            List<IProject> again = List.copyOf(missed);
            missed.removeAll(again);
            again.forEach(projects);
        });
        documents.whenOpened(document -> {
            document.whenEdited(() -> check(document));
            check(document);
        });
        documents.whenClosed(this::closed);
    }

    /** The problems of an open text that touch {@code offset}; none while the server has not looked at its last edit. */
    public List<Diagnostic> at(OpenDocument document, int offset) {
        IDocument text = document.document();
        return told(document).map(Told::problems).orElse(List.of()).stream()
                .filter(problem -> {
                    IRegion region = Positions.region(text, problem.getRange());
                    return region.getOffset() <= offset && offset <= region.getOffset() + region.getLength();
                }).toList();
    }

    /** As {@link #at}, after the answer to what has been asked about the text, or after {@code milliseconds}. */
    public List<Diagnostic> soonAt(OpenDocument document, int offset, long milliseconds) {
        Asked last = asked.get(document.uri());
        if (told(document).isEmpty() && last != null) {
            try {
                last.heard().get(milliseconds, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | CancellationException none) {
                // Then nothing is known.
            }
        }
        return at(document, offset);
    }

    /** What the server said of a text as it is now. */
    private Optional<Told> told(OpenDocument document) {
        return Optional.ofNullable(told.get(document)).filter(it -> it.version() == document.version());
    }

    /** What was not saved is gone: the file is as it is on the disk again, and so is what imports it. */
    private void closed(OpenDocument document) {
        told.remove(document);
        Uris.file(document.uri()).filter(IFile::exists).ifPresent(file -> CompletableFuture.runAsync(() -> {
            try {
                if (!document.document().get().equals(file.readString())) {
                    check(file);
                    projects.accept(file.getProject());
                }
            } catch (CoreException gone) {
                Log.get().log(gone.getStatus());
            }
        }));
    }

    private void check(OpenDocument document) {
        int version = document.version();
        CompletableFuture<DocumentDiagnosticReport> answer = session.request(server -> server.getTextDocumentService()
                .diagnostic(new DocumentDiagnosticParams(document.identifier())));
        CompletableFuture<List<Diagnostic>> heard = answer.thenApply(report -> {
            List<Diagnostic> problems = problems(report);
            if (version == document.version()) {
                told.put(document, new Told(version, problems));
            }
            return problems;
        });
        Optional.ofNullable(asked.put(document.uri(), new Asked(answer, heard))).ifPresent(old -> old.answer().cancel(true));
        heard.thenAccept(problems -> {
            if (version == document.version()) {
                show(document, problems);
            }
        });
    }

    private static void show(OpenDocument document, List<Diagnostic> problems) {
        Optional<IFile> file = Uris.file(document.uri());
        if (file.isPresent()) {
            show(file.get(), document.document(), problems);
        } else {
            ProblemAnnotations.show(document.document(), problems);
        }
    }

    /**
     * Asks about a file that is not open, waits for the answer, and keeps its markers at it. Where there is none, the file's project is
     * checked anew as soon as there are answers again.
     */
    void check(IFile file) {
        Optional<DocumentDiagnosticReport> report = session.ask(server -> server.getTextDocumentService()
                .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(Uris.of(file)))), PATIENCE);
        try {
            if (report.isEmpty()) {
                missed.add(file.getProject());
            } else if (documents.of(Uris.of(file)).isEmpty()) {
                show(file, new Document(file.readString()), problems(report.get()));
            }
        } catch (CoreException gone) {
            Log.get().log(gone.getStatus());
        }
    }

    private static void show(IFile file, IDocument text, List<Diagnostic> problems) {
        try {
            new ProblemMarkers(file).show(text, problems);
        } catch (CoreException gone) {
            if (file.exists()) {
                Log.get().log(gone.getStatus());
            }
        }
    }

    private static List<Diagnostic> problems(DocumentDiagnosticReport report) {
        return report.isRelatedFullDocumentDiagnosticReport() ? report.getRelatedFullDocumentDiagnosticReport().getItems() : List.of();
    }
}
