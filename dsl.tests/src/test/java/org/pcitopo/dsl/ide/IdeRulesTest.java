package org.pcitopo.dsl.ide;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.pcitopo.dsl.problems.finder.ProblemFinder;
import org.pcitopo.simulator.Simulator;

/** One feature, one package; all stand on the same model of the text and none computes what another may need. */
@AnalyzeClasses(packages = "org.pcitopo.dsl.ide", importOptions = ImportOption.DoNotIncludeTests.class)
class IdeRulesTest {

    private static final String[] GROUND = {"org.pcitopo.dsl.ide.text..", "org.pcitopo.dsl.ide.workspace..",
        "org.pcitopo.dsl.ide.outcome..", "org.pcitopo.dsl.ide.cursor..", "org.pcitopo.dsl.ide.words.."};

    @ArchTest
    static final ArchRule onlyTheWorkspaceSimulates = noClasses().that().resideOutsideOfPackage("org.pcitopo.dsl.ide.workspace..")
            .should().dependOnClassesThat().belongToAnyOf(Simulator.class, ProblemFinder.class);

    @ArchTest
    static final ArchRule whatIsUnderTheCursorIsNoRequest = noClasses().that().resideInAnyPackage("org.pcitopo.dsl.ide.cursor..",
            "org.pcitopo.dsl.ide.outcome..", "org.pcitopo.dsl.ide.words..", "org.pcitopo.dsl.ide.workspace..")
            .should().dependOnClassesThat().resideInAPackage("org.eclipse.lsp4j..");

    @ArchTest
    static final ArchRule theGroundKnowsNoFeature = noClasses().that().resideInAnyPackage(GROUND)
            .should().dependOnClassesThat(resideInAnyPackage("org.pcitopo.dsl.ide..").and(
                    com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(GROUND))));

    @ArchTest
    static final ArchRule onlyTheServerKnowsXtextsServer = noClasses().that().resideOutsideOfPackage("org.pcitopo.dsl.ide.server..")
            .should().dependOnClassesThat().resideInAPackage("org.eclipse.xtext.ide.server..");

    @ArchTest
    static final ArchRule nobodyKnowsTheServer = noClasses().that().resideOutsideOfPackage("org.pcitopo.dsl.ide.server..")
            .should().dependOnClassesThat().resideInAPackage("org.pcitopo.dsl.ide.server..");

    @ArchTest
    static final ArchRule hasNoPackageCycles = slices().matching("org.pcitopo.dsl.ide.(*)..").should().beFreeOfCycles();
}
