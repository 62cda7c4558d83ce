/** Turns reports, simulations and comparisons into text for people, JSON, SARIF, JUnit and GitHub annotations. */
package org.pcitopo.cli.render;
