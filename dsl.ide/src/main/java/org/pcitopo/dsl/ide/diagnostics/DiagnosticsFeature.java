package org.pcitopo.dsl.ide.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.pcitopo.dsl.ide.workspace.FileUris;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.problems.Place;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.finder.CheckedBoot;
import org.pcitopo.dsl.source.Regions;

/**
 * The problems of a file. A problem of its boots whose place is in an imported file, a machine for example, is shown at the import,
 * with its place as related information.
 */
public final class DiagnosticsFeature {

    /** Problems of text that has no effect: editors show it faded. */
    private static final Set<String> UNNECESSARY =
            Set.of("PCI012", "PCI201", "PCI202", "PCI203", "PCI214", "PCI217", "PCI218", "PCI219", "PCI222", "PCI501");

    private final FileUris uris;
    private final PageLinks pages;
    private final boolean showsRelated;
    private final Map<String, Optional<String>> links = new ConcurrentHashMap<>();
    private final boolean knowsTags;

    /**
     * @param pages where the problems' pages are
     * @param related whether the editor shows related information
     * @param tags whether it fades what is unnecessary
     */
    public DiagnosticsFeature(FileUris uris, PageLinks pages, boolean related, boolean tags) {
        this.uris = uris;
        this.pages = pages;
        this.showsRelated = related;
        this.knowsTags = tags;
    }

    public List<Diagnostic> diagnostics(Snapshot snapshot) {
        return snapshot.result().problems().stream().map(problem -> diagnostic(snapshot, problem)).toList();
    }

    /** Whether {@code diagnostic} shows {@code problem}. */
    public static boolean shows(Diagnostic diagnostic, Problem problem, Range range) {
        return diagnostic.getCode() != null && diagnostic.getCode().isLeft() && diagnostic.getCode().getLeft().equals(problem.code())
                && diagnostic.getRange().equals(range);
    }

    private Diagnostic diagnostic(Snapshot snapshot, Problem problem) {
        boolean here = problem.place().file().equals(snapshot.file().toString());
        Diagnostic diagnostic = new Diagnostic(here ? range(problem.place()) : importOf(snapshot, problem.place().file()),
                problem.message() + problem.help().map(help -> "\nHelp: " + help + ".").orElse(""), severity(problem.severity()),
                "pcitopo", problem.code());
        links.computeIfAbsent(problem.code(), pages::page).ifPresent(page -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(page)));
        if (knowsTags && UNNECESSARY.contains(problem.code()) && isSoInAll(snapshot, problem)) {
            diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        if (showsRelated) {
            diagnostic.setRelatedInformation(related(problem, here));
        }
        return diagnostic;
    }

    /** Whether it is so with all kernels and page sizes of its boots: what has an effect with some is not faded. */
    private static boolean isSoInAll(Snapshot snapshot, Problem problem) {
        return problem.boots().isEmpty() || snapshot.result().boots().stream().map(CheckedBoot::id).filter(id -> problem.boots().stream()
                .anyMatch(boot -> boot.host().equals(id.host()) && boot.boot().equals(id.boot()))).allMatch(problem.boots()::contains);
    }

    private List<DiagnosticRelatedInformation> related(Problem problem, boolean here) {
        List<DiagnosticRelatedInformation> related = new ArrayList<>();
        if (!here) {
            related.add(new DiagnosticRelatedInformation(location(problem.place()), "this is where it is written"));
        }
        problem.related().forEach(other -> related.add(new DiagnosticRelatedInformation(location(other.place()), other.message())));
        return related;
    }

    private Location location(Place place) {
        return new Location(uris.written(place.file()), range(place));
    }

    private static Range range(Place place) {
        return new Range(new Position(place.line() - 1, place.column() - 1), new Position(place.endLine() - 1, place.endColumn() - 1));
    }

    private static Range importOf(Snapshot snapshot, String file) {
        Optional<Import> statement = snapshot.document().model().getImports().stream()
                .filter(one -> Imports.resolve(one).uri().filter(uri -> uri.toString().equals(file)).isPresent()).findFirst()
                .or(() -> snapshot.document().model().getImports().stream().findFirst());
        return statement.map(one -> snapshot.lines().range(Regions.of(one, ModelPackage.Literals.IMPORT__IMPORT_URI)))
                .orElseGet(() -> new Range(new Position(0, 0), new Position(0, 0)));
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFO -> DiagnosticSeverity.Information;
        };
    }
}
