package org.pcitopo.dsl.problems.rule;

/** Looks at one boot and at what it comes to. */
public non-sealed interface BootRule extends Rule {

    /** Reports what is wrong in {@code boot}; the same finding in several boots becomes one problem that names them all. */
    void check(BootContext boot, Report report);
}
