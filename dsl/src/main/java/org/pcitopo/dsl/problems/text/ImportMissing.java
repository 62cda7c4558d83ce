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

/** An import of a file that is not there. */
public final class ImportMissing implements FileRule {

    static final ProblemKind KIND = ProblemKind.error("PCI003", "an imported file is not there");

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public void check(FileContext file, Report report) {
        for (Import statement : file.model().getImports()) {
            String name = "'" + statement.getImportURI() + "'";
            Imports.Target target = Imports.resolve(statement);
            if (target.outcome() == Imports.Outcome.MISSING) {
                report.add(Finding.of(KIND, Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI), "there is no file "
                        + name + ", so none of its names can be used here")
                        .withHelp("imports are relative to the file that they stand in; for standard input, to the working "
                                + "folder"));
            } else if (target.outcome() == Imports.Outcome.INVALID) {
                report.add(Finding.of(KIND, Regions.of(statement, ModelPackage.Literals.IMPORT__IMPORT_URI), name
                        + " is no file name, so nothing is imported")
                        .withHelp("write a path relative to this file, or \"catalogue:NAME\" for a file that comes with pcitopo"));
            }
        }
    }
}
