package org.pcitopo.dsl.problems.rule;

import org.pcitopo.dsl.problems.Finding;

/** Takes what rules find. */
@FunctionalInterface
public interface Report {

    void add(Finding finding);
}
