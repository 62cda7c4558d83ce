package org.pcitopo.cli.report;

/**
 * Names one boot of one machine: one cell of the matrix that a {@code boot} spans.
 *
 * @param host the machine
 * @param boot the boot; empty for a machine that no boot is written for
 * @param kernel the release, or the rule set where that is not mainline
 * @param pageSize bytes
 */
public record BootName(String host, String boot, String kernel, long pageSize) {
}
