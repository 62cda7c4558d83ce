package org.pcitopo.dsl.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Text comes in, data goes out, and each package knows only what it needs. */
@AnalyzeClasses(packages = "org.pcitopo.dsl", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {

    private static final DescribedPredicate<JavaClass> GENERATED = resideInAnyPackage("org.pcitopo.dsl.model..",
            "org.pcitopo.dsl.parser.antlr..", "org.pcitopo.dsl.serializer..", "org.pcitopo.dsl.services..",
            "org.pcitopo.dsl.ide.contentassist..");

    @ArchTest
    static final ArchRule knowsNoOtherRoomButTheSimulator = noClasses().should().dependOnClassesThat(
            resideInAnyPackage("org.pcitopo.cli..", "org.pcitopo.capture..", "org.pcitopo.conformance.."));

    @ArchTest
    static final ArchRule onlyTheDrawingOfEditorsDraws = noClasses().that().resideOutsideOfPackage("org.pcitopo.dsl.ide.drawing..")
            .should().dependOnClassesThat().resideInAPackage("org.pcitopo.draw..");

    @ArchTest
    static final ArchRule onlyEditorServicesKnowTheProtocol = noClasses().that().resideOutsideOfPackage("org.pcitopo.dsl.ide..")
            .should().dependOnClassesThat().resideInAPackage("org.eclipse.lsp4j..");

    @ArchTest
    static final ArchRule onlyLoweringWritingAndFindingProblemsMeetTheSimulator = noClasses().that().resideInAnyPackage(
            "org.pcitopo.dsl.lexer..", "org.pcitopo.dsl.parser..", "org.pcitopo.dsl.format..", "org.pcitopo.dsl.names..",
            "org.pcitopo.dsl.source..", "org.pcitopo.dsl.service..")
            .should().dependOnClassesThat().resideInAPackage("org.pcitopo.simulator..");

    @ArchTest
    static final ArchRule lowerLayersDoNotKnowHigherOnes = noClasses().that().resideOutsideOfPackages("org.pcitopo.dsl.problems..", "org.pcitopo.dsl.ide..")
            .should().dependOnClassesThat().resideInAPackage("org.pcitopo.dsl.problems..");

    @ArchTest
    static final ArchRule editorServicesAreNotKnownHere = noClasses().that().resideOutsideOfPackages("org.pcitopo.dsl.ide..")
            .should().dependOnClassesThat().resideInAnyPackage("org.pcitopo.dsl.ide..", "org.eclipse.xtext.ide..");

    @ArchTest
    static final ArchRule expressionsOfXtextAreNotLoaded = noClasses().that(DescribedPredicate.not(GENERATED))
            .should().dependOnClassesThat().resideInAnyPackage("org.eclipse.xtext.xbase.scoping..", "org.eclipse.xtext.common.types..");

    @ArchTest
    static final ArchRule hasNoPackageCycles = slices().matching("org.pcitopo.dsl.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule hasNoStaticThatChanges = fields().that().areStatic()
            .and().areDeclaredInClassesThat(DescribedPredicate.not(GENERATED)).should().beFinal();
}
