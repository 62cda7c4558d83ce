package org.pcitopo.dsl.problems.expectation;

import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.source.TextRegion;

/**
 * What became of an {@code expect} line in one boot.
 *
 * @param text the line as it is written, on one line
 * @param boot the boot
 * @param region where it is written
 * @param evaluation of what it holds and of what not
 * @param message what was expected, what is, and why; empty where it holds
 */
public record ExpectationResult(String text, BootId boot, TextRegion region, Evaluation evaluation, String message) {

    public boolean passed() {
        return evaluation.passed();
    }
}
