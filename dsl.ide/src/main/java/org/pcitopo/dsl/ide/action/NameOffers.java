package org.pcitopo.dsl.ide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeActionKind;
import org.pcitopo.dsl.ide.workspace.Catalogue;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.ide.workspace.Workspace;
import org.pcitopo.dsl.literals.QuotedText;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.Spelling;
import org.pcitopo.dsl.source.TextRegion;

/**
 * What the workspace knows of a name that means nothing here: the file that has it, to be imported; the file that an import may have
 * meant.
 */
final class NameOffers implements OfferParticipant {

    private static final int MOST = 3;

    private final Workspace workspace;

    NameOffers(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Offer> offers(Place place) {
        List<Offer> offers = new ArrayList<>();
        for (Problem problem : ProblemsHere.of(place)) {
            String text = place.snapshot().text().substring(problem.place().offset(), problem.place().offset() + problem.place().length());
            switch (problem.code()) {
                case "PCI002" -> imports(place, problem, text, offers);
                case "PCI003" -> files(place, problem, text, offers);
                default -> {
                    // Mended by others.
                }
            }
        }
        return offers;
    }

    private static Offer write(Place place, Problem problem, int length, String text) {
        return new Offer("Write " + text, CodeActionKind.QuickFix, ProblemsHere.shown(place, problem), false,
                List.of(new TextEdit(new TextRegion(problem.place().file(), problem.place().offset(), length), text)));
    }

    /** Files that have an element of that name. */
    private void imports(Place place, Problem problem, String name, List<Offer> offers) {
        List<String> found = new ArrayList<>();
        for (String module : Catalogue.files()) {
            if (Catalogue.typesIn(module).contains(name)) {
                found.add("catalogue:" + module);
            }
        }
        for (URI file : workspace.files()) {
            place.checkpoint().run();
            if (!file.equals(place.snapshot().file()) && found.size() < MOST) {
                workspace.file(file).filter(snapshot -> snapshot.text().contains(name) && has(snapshot, name))
                        .map(snapshot -> relative(place, file)).filter(path -> !path.isEmpty()).ifPresent(found::add);
            }
        }
        found.forEach(target -> offers.add(new Offer("Import " + target, CodeActionKind.QuickFix, ProblemsHere.shown(place, problem),
                found.size() == 1, List.of(importing(place, target)))));
    }

    private static boolean has(Snapshot snapshot, String name) {
        return snapshot.document().model().getElements().stream().anyMatch(element -> name.equals(element.getName()));
    }

    /** A line below the other imports, or the first of the file. */
    private static TextEdit importing(Place place, String target) {
        String file = place.snapshot().file().toString();
        String statement = "import " + QuotedText.write(target);
        var imports = place.snapshot().document().model().getImports();
        if (imports.isEmpty()) {
            return new TextEdit(new TextRegion(file, 0, 0), statement + "\n");
        }
        int last = Regions.of(imports.get(imports.size() - 1)).end();
        int end = place.snapshot().lines().end(place.snapshot().lines().lineOf(last));
        String rest = place.snapshot().text().substring(last, end).strip();
        return new TextEdit(new TextRegion(file, rest.isEmpty() || rest.startsWith("//") ? end : last, 0), "\n" + statement);
    }

    /** Files with a name like that. */
    private void files(Place place, Problem problem, String literal, List<Offer> offers) {
        String written = QuotedText.parse(literal).value();
        String wanted = written.substring(written.lastIndexOf('/') + 1);
        List<String> paths = workspace.files().stream().filter(file -> !file.equals(place.snapshot().file())).map(file -> relative(place, file))
                .filter(path -> !path.isEmpty()).toList();
        List<String> found = new ArrayList<>(paths.stream().filter(path -> path.substring(path.lastIndexOf('/') + 1).equals(wanted)).limit(MOST).toList());
        Catalogue.files().stream().filter(module -> (module + ".pcitopo").equals(wanted) || written.equals(module)).map(module -> "catalogue:" + module)
                .forEach(found::add);
        if (found.isEmpty()) {
            Optional<String> near = written.startsWith("catalogue:")
                    ? Spelling.nearest(written, Catalogue.files().stream().map(module -> "catalogue:" + module).toList()) : Spelling.nearest(written, paths);
            near.ifPresent(found::add);
        }
        found.forEach(path -> offers.add(write(place, problem, problem.place().length(), QuotedText.write(path))));
    }

    private static String relative(Place place, URI file) {
        URI relative = file.deresolve(place.snapshot().file(), true, true, false);
        return relative.isRelative() ? URI.decode(relative.toString()) : "";
    }
}
