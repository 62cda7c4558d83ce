package org.pcitopo.dsl.problems.rule;

import java.util.List;
import java.util.Set;

/** Looks at the comments that ignore problems, once it is known what they ignored. */
public non-sealed interface IgnoreRule extends Rule {

    /**
     * Reports what is wrong with {@code ignores}.
     *
     * @param knownCodes the codes of all rules
     */
    void check(List<UsedIgnore> ignores, Set<String> knownCodes, Report report);

    /**
     * A comment and what came of it.
     *
     * @param ignore the comment
     * @param used whether it kept a problem back
     */
    record UsedIgnore(Ignore ignore, boolean used) {
    }
}
