package org.pcitopo.capture.bundle;

import java.util.List;
import org.pcitopo.capture.facts.Finding;
import org.pcitopo.capture.facts.SourceFindings;
import org.pcitopo.capture.source.SourceKind;
import org.pcitopo.capture.source.SourceLine;
import org.pcitopo.capture.source.SourceText;
import org.pcitopo.simulator.topology.Origin;

/** Reads a copy of {@code /proc/cmdline}. */
public final class CommandLineReader {

    private CommandLineReader() {
    }

    /** The first line that is not blank, or the empty command line; never throws. */
    public static SourceFindings read(SourceText text) {
        SourceLine line = text.lines().stream().filter(candidate -> !candidate.text().isBlank()).findFirst()
                .orElse(new SourceLine(text.file(), 1, ""));
        Finding commandLine =
                new Finding.CommandLine(line.text().strip(), Origin.read(text.file(), line.number()));
        return new SourceFindings(SourceKind.COMMAND_LINE, text.file(), List.of(commandLine), List.of(), List.of());
    }
}
