package org.pcitopo.dsl.problems.rule;

/** A kind of problem that shows only while rules are run: a machine that cannot be simulated, a rule that fails. */
public non-sealed interface FinderRule extends Rule {
}
