package org.pcitopo.cli.report;

/**
 * What became of an {@code expect} line in one boot.
 *
 * @param text the line as it is written
 * @param host the machine
 * @param boot the boot, with kernel and page size where the boot is a matrix
 * @param passed whether it holds
 * @param message why not; empty where it holds
 * @param location where it is written
 */
public record ExpectationResult(String text, String host, String boot, boolean passed, String message, Location location) {
}
