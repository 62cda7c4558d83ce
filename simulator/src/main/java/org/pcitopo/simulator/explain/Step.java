package org.pcitopo.simulator.explain;

/**
 * One step of an explanation.
 *
 * @param topic what it is about
 * @param text one or a few sentences
 * @param source where this can be looked up: a file and function of Linux, or who said so
 */
public record Step(Topic topic, String text, String source) {
}
