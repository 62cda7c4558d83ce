package org.pcitopo.dsl.problems;

/**
 * Names one boot of one machine: one cell of the matrix that a {@code boot} spans.
 *
 * @param host name of the machine
 * @param boot name of the boot; empty for a machine that no boot names
 * @param kernel the release, or the name of the rule set where that is not mainline
 * @param pageSize bytes
 */
public record BootId(String host, String boot, String kernel, long pageSize) {
}
