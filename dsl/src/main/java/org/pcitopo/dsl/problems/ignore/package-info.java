/** Comments that keep problems back: where they stand, and rules about those that are of no use. */
package org.pcitopo.dsl.problems.ignore;
