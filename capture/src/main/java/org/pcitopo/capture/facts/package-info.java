/**
 * What a single reader delivers: findings, each with the file and line that says it. Facts and answers are different types:
 * a prediction is built from {@link org.pcitopo.capture.facts.Finding} facts alone, and
 * {@link org.pcitopo.capture.facts.Answer} goes to the comparison alone.
 */
package org.pcitopo.capture.facts;
