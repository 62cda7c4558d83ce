/**
 * What a rule is and what it can look at: a file, a machine of that file, or one boot of such a machine with its simulation. A
 * rule is a class without state that reports findings of one kind; the rules themselves lie in the packages beside this one.
 */
package org.pcitopo.dsl.problems.rule;
