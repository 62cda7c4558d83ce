package org.pcitopo.dsl.problems.rule;

import org.pcitopo.dsl.problems.ProblemKind;

/** Finds problems of one kind. Rules have no state and may be asked from several threads. */
public sealed interface Rule permits FileRule, MachineRule, BootRule, IgnoreRule, FinderRule {

    /** What it finds. */
    ProblemKind kind();
}
