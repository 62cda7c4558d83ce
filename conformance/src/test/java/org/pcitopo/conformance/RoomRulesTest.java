package org.pcitopo.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Real machines are built from topologies and read back through capture; nothing else is known here. */
@AnalyzeClasses(packages = "org.pcitopo.conformance", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {

    @ArchTest
    static final ArchRule knowsSimulatorAndCaptureAlone = classes().should().onlyDependOnClassesThat().resideInAnyPackage(
            "java..", "org.pcitopo.conformance..", "org.pcitopo.simulator..", "org.pcitopo.capture..", "com.google.gson..",
            "org.apache.commons.compress..");

    @ArchTest
    static final ArchRule onlyTheProgramsSeeTheProcess = noClasses().that().resideOutsideOfPackage("..command..")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .orShould().callMethod(System.class, "exit", int.class).orShould().callMethod(System.class, "getProperty", String.class);

    @ArchTest
    static final ArchRule hasNoPackageCycles = slices().matching("org.pcitopo.conformance.(*)..").should().beFreeOfCycles();
}
