package org.pcitopo.dsl.problems.rule;

import java.util.Optional;
import org.pcitopo.dsl.literals.QuotedText;
import org.pcitopo.dsl.problems.Fix;

/**
 * A change of a boot's command line.
 *
 * @param from offset of the first character that goes
 * @param to offset behind the last one
 * @param replacement what comes in their place
 */
public record CommandLineEdit(int from, int to, String replacement) {

    /** The command line afterwards. */
    public String applyTo(String commandLine) {
        return commandLine.substring(0, from) + replacement + commandLine.substring(to);
    }

    /** The change of the text that makes it; empty where the command line that was simulated is written nowhere. */
    public Optional<Fix> fix(BootContext boot, String title) {
        if (boot.commandLineIsWritten()) {
            return Optional.of(Fix.replace(title, boot.commandLineRegion(from, to), escaped()));
        }
        boolean absent = boot.boot().commandLine().isEmpty() && boot.lowered().commandLine().isEmpty();
        return absent ? boot.bodyStart()
                .map(place -> Fix.replace(title, place, "\n    command-line " + QuotedText.write(replacement))) : Optional.empty();
    }

    private String escaped() {
        String quoted = QuotedText.write(replacement);
        return quoted.substring(1, quoted.length() - 1);
    }
}
