package org.pcitopo.capture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The readers know the simulator alone; only {@code source} touches files; only a replay sees answers beside a simulation. */
@AnalyzeClasses(packages = "org.pcitopo.capture", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {

    @ArchTest
    static final ArchRule dependsOnTheSimulatorAlone = classes().should().onlyDependOnClassesThat(resideInAnyPackage("java..",
            "org.pcitopo.simulator..", "org.pcitopo.capture..", "com.google.gson..", "org.apache.commons.compress..",
            "org.tukaani.xz.."));

    @ArchTest
    static final ArchRule onlySourceTouchesFiles = noClasses().that().resideOutsideOfPackage("org.pcitopo.capture.source")
            .should().dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "org.apache.commons.compress.."));

    @ArchTest
    static final ArchRule onlyBundlesAreJson = noClasses().that().resideOutsideOfPackage("org.pcitopo.capture.bundle")
            .should().dependOnClassesThat().resideInAPackage("com.google.gson..");

    @ArchTest
    static final ArchRule readersDoNotKnowTheEngine = noClasses().that().resideOutsideOfPackage("org.pcitopo.capture.replay")
            .and().resideOutsideOfPackage("org.pcitopo.capture.wording").should().dependOnClassesThat().resideInAPackage("org.pcitopo.simulator.assign..");

    @ArchTest
    static final ArchRule hasNoPackageCycles = slices().matching("org.pcitopo.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule hasNoStaticThatChanges = fields().that().areStatic().should().beFinal();

    /** Answers reach the outcome and the comparison, never what a topology is built from. */
    @ArchTest
    static final ArchRule theMachineIsBuiltFromFacts = noClasses().that().haveSimpleName("TopologyMerge")
            .or().haveSimpleName("FunctionDraft").or().haveSimpleName("FunctionBuilder").or().haveSimpleName("BridgeBuilder")
            .or().haveSimpleName("BootMerge").or().haveSimpleName("BusTree")
            .should().dependOnClassesThat().haveNameMatching(".*facts\\.Answer.*");
}
