package org.pcitopo.dsl.problems.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.topology.SizeNotPowerOfTwo;

class RuleFailedTest {

    /** A rule that always fails. */
    private static final class Failing implements FileRule {

        @Override
        public ProblemKind kind() {
            return ProblemKind.error("PCI098", "nothing");
        }

        @Override
        public void check(FileContext file, Report report) {
            throw new IllegalStateException("a table is empty");
        }
    }

    @Test
    void namesTheRuleAndGoesOnWithTheOthers() {
        CheckResult result = RuleCheck.with(List.of(new Failing(), new SizeNotPowerOfTwo()),
                Machines.pc("device 01.0 { BAR 0 [mem size 24K] }"));
        assertEquals(List.of("PCI099", "PCI106"), result.problems().stream().map(Problem::code).toList());
    }

    @Test
    void saysWhatHappened() {
        String message = RuleCheck.with(List.of(new Failing()), "").problems().get(0).message();
        assertTrue(message.startsWith("the rule for PCI098 (nothing) failed inside: IllegalStateException (a table is empty)"), message);
    }
}
