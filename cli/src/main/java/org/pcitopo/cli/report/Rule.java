package org.pcitopo.cli.report;

/**
 * A kind of problem.
 *
 * @param code stable, such as {@code PCI301}
 * @param severity its default
 * @param summary one line
 * @param page its documentation, Markdown
 */
public record Rule(String code, Severity severity, String summary, String page) {
}
