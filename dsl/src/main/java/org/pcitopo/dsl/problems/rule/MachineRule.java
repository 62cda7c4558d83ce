package org.pcitopo.dsl.problems.rule;

/** Looks at a machine as one boot finds it, before any kernel runs. */
public non-sealed interface MachineRule extends Rule {

    /** Reports what is wrong with {@code machine}; the same finding in several boots counts once. */
    void check(MachineContext machine, Report report);
}
