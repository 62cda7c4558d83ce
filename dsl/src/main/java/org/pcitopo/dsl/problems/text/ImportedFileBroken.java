package org.pcitopo.dsl.problems.text;

import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;

/** An import of a file that itself has errors: parts of it may be missing here. */
public final class ImportedFileBroken implements FileRule {

    static final ProblemKind KIND = ProblemKind.warning("PCI006", "an imported file has errors");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        Resource self = file.model().eResource();
        for (Import statement : file.model().getImports()) {
            Imports.Target target = Imports.resolve(statement);
            Optional<Resource> imported = target.uri().filter(uri -> target.outcome() == Imports.Outcome.FOUND)
                    .map(uri -> self.getResourceSet().getResource(uri, true)).filter(resource -> resource != self);
            int errors = imported.map(resource -> resource.getErrors().size()).orElse(0);
            if (errors > 0) {
                report.add(Finding.of(KIND, Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI),
                        "'" + statement.getImportURI() + "' has " + Quantities.count(errors, "error") + ", the first in line "
                                + imported.orElseThrow().getErrors().get(0).getLine()
                                + "; what it says there is missing in this file too")
                        .withHelp("check that file and mend it first"));
            }
        }
    }
}
