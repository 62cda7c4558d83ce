package org.pcitopo.dsl.problems.text;

import org.pcitopo.dsl.model.Import;
import org.pcitopo.dsl.model.ModelPackage;
import org.pcitopo.dsl.names.Imports;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.source.Regions;

/** An import that leads out of the workspace or the folder given. */
public final class ImportOutside implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI004", "an import leads out of the workspace");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        for (Import statement : file.model().getImports()) {
            if (Imports.resolve(statement).outcome() == Imports.Outcome.OUTSIDE) {
                report.add(Finding.of(KIND, Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI),
                        "'" + statement.getImportURI() + "' lies outside the workspace, or outside the folder given; a file from "
                                + "elsewhere must not make pcitopo read any file, so it is not read")
                        .withHelp("move the file into the folder, or name a folder that holds both"));
            }
        }
    }
}
