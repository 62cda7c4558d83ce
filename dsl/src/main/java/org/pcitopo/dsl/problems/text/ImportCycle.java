package org.pcitopo.dsl.problems.text;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.model.PcitopoFile;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Mends;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;

/** A file that imports itself, directly or through others. */
public final class ImportCycle implements FileRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI005", "a file imports itself");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        Resource self = file.model().eResource();
        for (Import statement : file.model().getImports()) {
            Imports.Target target = Imports.resolve(statement);
            if (target.outcome() == Imports.Outcome.FOUND && reaches(target.uri().orElseThrow(), self, new HashSet<>())) {
                boolean direct = target.uri().orElseThrow().equals(self.getURI());
                report.add(Finding.of(KIND, Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI),
                        direct ? "this file imports itself; the import adds nothing"
                                : "'" + statement.getImportURI() + "' imports this file in turn; neither can be understood or "
                                        + "moved without the other")
                        .withHelp("move what both need into a file of its own")
                        .withFix(Mends.remove("remove this import", statement, Regions.of(statement))));
            }
        }
    }

    private static boolean reaches(URI from, Resource self, Set<URI> seen) {
        if (from.equals(self.getURI())) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        Resource resource = self.getResourceSet().getResource(from, true);
        if (resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof PcitopoFile imported)) {
            return false;
        }
        return imported.getImports().stream().map(Imports::resolve)
                .filter(target -> target.outcome() == Imports.Outcome.FOUND)
                .anyMatch(target -> reaches(target.uri().orElseThrow(), self, seen));
    }
}
