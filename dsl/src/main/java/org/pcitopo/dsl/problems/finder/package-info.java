/** Runs the rules over a file: what command lines and editors ask for. */
package org.pcitopo.dsl.problems.finder;
