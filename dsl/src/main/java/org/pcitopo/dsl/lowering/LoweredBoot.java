package org.pcitopo.dsl.lowering;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.model.CommandLine;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.Assumption;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.topology.Provenance;
import org.pcitopo.simulator.topology.Topology;

/**
 * One boot to simulate. A boot that is written for several releases or page sizes becomes several of these, in the order:
 * kernels as written, and for each the page sizes as written.
 *
 * @param text the boot as written; empty for the boot of a host of which no boot is written
 * @param host the host as written
 * @param topology the machine as this boot finds it
 * @param boot kernel, page size, command line and run-time steps
 * @param commandLine the statement that the command line comes from, perhaps of a boot that this one extends
 * @param sources the way from {@code topology} back to the text
 * @param provenance where facts come from, as the text says
 * @param assumptions what the text does not tell and was taken for granted
 */
public record LoweredBoot(Optional<org.pcitopo.dsl.model.Boot> text, Host host, Topology topology, Boot boot,
        Optional<CommandLine> commandLine, SourceMap sources, Provenance provenance, List<Assumption> assumptions) {

    public LoweredBoot {
        assumptions = List.copyOf(assumptions);
    }

    /** The expectations written in this boot itself; those of a boot that it extends are about that one. */
    public List<Expectation> expectations() {
        return text.stream().flatMap(boot -> boot.getMembers().stream()).filter(Expectation.class::isInstance)
                .map(Expectation.class::cast).toList();
    }

    /**
     * Where characters of the command line stand in the text.
     *
     * @param start offset in {@link Boot#commandLine()} of the first character
     * @param end offset behind the last one
     */
    public Optional<TextRegion> commandLineRegion(int start, int end) {
        return commandLine.map(statement -> CommandLineText.region(statement, start, end));
    }
}
