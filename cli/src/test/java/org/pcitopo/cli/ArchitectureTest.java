package org.pcitopo.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The invariants of this module; docs/architecture.md explains them. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pcitopo.cli");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.pcitopo.cli.(*)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void commandsSeeTheProcessOnlyThroughIo() {
        noClasses().that().resideInAPackage("org.pcitopo.cli.*..")
                .and().doNotHaveFullyQualifiedName("org.pcitopo.cli.io.Io")
                .and().resideOutsideOfPackage("org.pcitopo.cli.dist")
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .orShould().accessField(System.class, "in")
                .orShould().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(System.class, "getenv")
                .check(CLASSES);
    }
}
