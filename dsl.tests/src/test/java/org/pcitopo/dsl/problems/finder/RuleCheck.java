package org.pcitopo.dsl.problems.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.Severity;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.problems.rule.Rule;
import org.pcitopo.dsl.service.PcitopoLanguage;

/**
 * Asks one rule about a text. The text marks with {@code «} and {@code »} the characters that the rule has to complain about; a
 * text without marks has to pass.
 */
public final class RuleCheck {

    private static final PcitopoLanguage LANGUAGE = PcitopoLanguage.create();

    private final String text;
    private final List<Problem> problems;

    private RuleCheck(String text, List<Problem> problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Checks that {@code rule} complains about the marked characters and nothing else. */
    public static RuleCheck check(Rule rule, String marked) {
        return check(rule, marked, CheckOptions.AS_WRITTEN);
    }

    /** As {@link #check(Rule, String)} with options. */
    public static RuleCheck check(Rule rule, String marked, CheckOptions options) {
        String text = plain(marked);
        return compare(marked, text, ProblemFinder.check(LANGUAGE.read(text), options, List.of(rule)).problems(), rule);
    }

    /** As {@link #check(Rule, String)} for a file on disk, which may import others of its folder. */
    public static RuleCheck check(Rule rule, Path file, String marked) {
        String text = plain(marked);
        CheckResult result = ProblemFinder.check(LANGUAGE.read(file, text, List.of(file.getParent())), CheckOptions.AS_WRITTEN,
                List.of(rule));
        return compare(marked, text, result.problems(), rule);
    }

    /** Everything that all rules say of a text. */
    public static CheckResult all(String text) {
        return ProblemFinder.check(LANGUAGE.read(text), CheckOptions.AS_WRITTEN);
    }

    /** Everything that {@code rules} say of a text. */
    public static CheckResult with(List<Rule> rules, String text) {
        return ProblemFinder.check(LANGUAGE.read(text), CheckOptions.AS_WRITTEN, rules);
    }

    private static String plain(String marked) {
        return marked.replace("«", "").replace("»", "");
    }

    private static RuleCheck compare(String marked, String text, List<Problem> problems, Rule rule) {
        List<String> actual = new ArrayList<>();
        for (Problem problem : problems) {
            assertEquals(rule.kind().code(), problem.code(), () -> "unexpected: " + problem.message());
            actual.add(problem.place().offset() + "+" + problem.place().length() + ": "
                    + text.substring(problem.place().offset(), problem.place().offset() + problem.place().length()));
        }
        assertEquals(marks(marked), actual, () -> "messages: " + problems.stream().map(Problem::message).toList());
        return new RuleCheck(text, problems);
    }

    private static List<String> marks(String marked) {
        List<String> marks = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '«') {
                start = plain.length();
            } else if (c == '»') {
                marks.add(start + "+" + (plain.length() - start) + ": " + plain.substring(start));
            } else {
                plain.append(c);
            }
        }
        return marks;
    }

    /** Checks that the first message contains {@code part}. */
    public RuleCheck says(String part) {
        assertTrue(first().message().contains(part), () -> "says: " + first().message());
        return this;
    }

    /** Checks that the first message is {@code message}. */
    public RuleCheck saysAll(String message) {
        assertEquals(message, first().message());
        return this;
    }

    /** Checks that what helps contains {@code part}. */
    public RuleCheck helps(String part) {
        assertTrue(first().help().orElse("").contains(part), () -> "helps: " + first().help().orElse(""));
        return this;
    }

    public RuleCheck isOf(Severity severity) {
        assertEquals(severity, first().severity());
        return this;
    }

    /** Checks that the first fix of the first problem leaves {@code expected} in the text. */
    public RuleCheck fixLeaves(String expected) {
        String fixed = fixed();
        assertTrue(fixed.contains(expected), () -> "fixed: " + fixed);
        return this;
    }

    /** Checks that the first fix of the first problem takes {@code gone} out of the text. */
    public RuleCheck fixRemoves(String gone) {
        String fixed = fixed();
        assertTrue(text.contains(gone), "was never there: " + gone);
        assertFalse(fixed.contains(gone), () -> "fixed: " + fixed);
        return this;
    }

    private String fixed() {
        List<Fix> fixes = first().fixes();
        assertFalse(fixes.isEmpty(), "there is no fix");
        String fixed = text;
        for (TextEdit edit : fixes.get(0).edits()) {
            fixed = fixed.substring(0, edit.region().offset()) + edit.replacement() + fixed.substring(edit.region().end());
        }
        return fixed;
    }

    public Problem first() {
        assertFalse(problems.isEmpty(), "there is no problem");
        return problems.get(0);
    }

    public List<Problem> problems() {
        return problems;
    }
}
