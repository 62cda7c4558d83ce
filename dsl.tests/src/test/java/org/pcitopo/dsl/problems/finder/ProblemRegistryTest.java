package org.pcitopo.dsl.problems.finder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.Rule;

/** A problem is a rule, a test and a page; none of the three may be missing. */
class ProblemRegistryTest {

    private static final String RULES = "org.pcitopo.dsl.problems";

    static Stream<Rule> rules() {
        return ProblemRegistry.rules().stream();
    }

    @Test
    void everyRuleIsRegistered() {
        Set<String> found = new ClassFileImporter().importPackages(RULES).stream()
                .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface() && !type.isNestedClass())
                .map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> registered = rules().map(rule -> rule.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(registered, found);
    }

    @Test
    void everyRuleIsFinal() {
        new ClassFileImporter().importPackages(RULES).stream()
                .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                .forEach(type -> assertTrue(type.getModifiers().contains(JavaModifier.FINAL), type.getName()));
    }

    @Test
    void codesAreInOrderAndDifferent() {
        assertEquals(rules().map(rule -> rule.kind().code()).sorted().distinct().toList(),
                rules().map(rule -> rule.kind().code()).toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasATest(Rule rule) {
        assertDoesNotThrow(() -> Class.forName(rule.getClass().getName() + "Test"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAPage(Rule rule) {
        ProblemKind kind = rule.kind();
        String page = ProblemPages.page(kind.code()).orElse("");
        assertTrue(page.startsWith("# " + kind.code() + ": " + kind.summary() + "\n"), "page of " + kind.code());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyPageSaysWhatWhyAndHowToFix(Rule rule) {
        String page = ProblemPages.page(rule.kind().code()).orElse("");
        String[] sections = page.split("\n## ");
        assertEquals("What, Why it matters, How to fix",
                Stream.of(sections).skip(1).map(section -> section.lines().findFirst().orElse("")).collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyPageNamesTheUsualSeverity(Rule rule) {
        String page = ProblemPages.page(rule.kind().code()).orElse("");
        assertTrue(page.contains("\nSeverity: " + rule.kind().severity().id()), "page of " + rule.kind().code());
    }

    @Test
    void everyPageHasARule() throws IOException {
        Set<String> codes = ProblemRegistry.kinds().stream().map(ProblemKind::code).collect(Collectors.toSet());
        try (Stream<Path> pages = Files.list(Path.of(System.getProperty("pcitopo.root"), "docs", "problems"))) {
            assertEquals(Set.of(), pages.map(page -> page.getFileName().toString()).filter(name -> name.startsWith("PCI"))
                    .map(name -> name.replace(".md", "")).filter(code -> !codes.contains(code)).collect(Collectors.toSet()));
        }
    }
}
