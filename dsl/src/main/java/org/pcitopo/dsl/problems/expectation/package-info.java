/**
 * Expectations: what a file says must hold of a boot, read from the model, and compared with what the boot comes to. The comparison
 * is a pure function on plain data.
 */
package org.pcitopo.dsl.problems.expectation;
