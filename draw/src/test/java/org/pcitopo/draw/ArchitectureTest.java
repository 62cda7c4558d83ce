package org.pcitopo.draw;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The invariants of this module; docs/architecture.md explains them. */
class ArchitectureTest {

    @Test
    void ofTheProjectOnlyTheSimulatorIsKnown() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.pcitopo.capture..", "org.pcitopo.dsl..", "org.pcitopo.cli..",
                "org.pcitopo.conformance..").check(new ClassFileImporter().importPackages("org.pcitopo.draw"));
    }
}
