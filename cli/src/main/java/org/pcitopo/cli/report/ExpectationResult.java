package org.pcitopo.cli.report;

/**
 * What became of an {@code expect} line in one boot.
 *
 * @param text the line as it is written
 * @param boot the boot
 * @param passed whether it holds
 * @param message why not; empty where it holds
 * @param location where it is written
 */
public record ExpectationResult(String text, BootName boot, boolean passed, String message, Location location) {
}
