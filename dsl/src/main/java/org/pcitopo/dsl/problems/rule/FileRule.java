package org.pcitopo.dsl.problems.rule;

/** Looks at a file as it is written. */
public non-sealed interface FileRule extends Rule {

    /** Reports what is wrong in {@code file}. */
    void check(FileContext file, Report report);
}
