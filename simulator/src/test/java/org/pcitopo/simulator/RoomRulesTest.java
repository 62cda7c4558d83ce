package org.pcitopo.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The simulator is a pure function on plain data: same input, same output, nothing but the JDK. */
@AnalyzeClasses(packages = "org.pcitopo.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {

    @ArchTest
    static final ArchRule dependsOnTheJdkAlone = classes().should().onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.pcitopo.simulator.."));

    @ArchTest
    static final ArchRule readsNoFileAndNoClock = noClasses().should().dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.nio..", "java.time..", "java.net..").and(not(equivalentTo(Serializable.class))));

    @ArchTest
    static final ArchRule asksNeitherTheSystemNorChance = noClasses().should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "getenv", String.class)
            .orShould().callMethod(System.class, "getProperty", String.class).orShould().callMethod(Math.class, "random")
            .orShould().dependOnClassesThat().belongToAnyOf(Random.class, ThreadLocalRandom.class, UUID.class);

    @ArchTest
    static final ArchRule startsNoThreads = noClasses().should().dependOnClassesThat(
            resideInAnyPackage("java.util.concurrent..").and(resideOutsideOfPackages("org.pcitopo..")));

    @ArchTest
    static final ArchRule usesNoReflection = noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");

    @ArchTest
    static final ArchRule hasNoPackageCycles = slices().matching("org.pcitopo.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule hasNoStaticThatChanges = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule hasNoOpenClasses = classes().should(new ArchCondition<JavaClass>("be records, enums, interfaces or final") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean closed = type.isRecord() || type.isEnum() || type.isInterface() || type.isAnonymousClass()
                    || type.getModifiers().contains(JavaModifier.FINAL)
                    || type.getModifiers().contains(JavaModifier.ABSTRACT) && type.reflect().isSealed();
            if (!closed) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " can be extended"));
            }
        }
    });
}
