package org.pcitopo.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.cli.input.CapturedSources;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Printable;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.render.ReplayJson;
import org.pcitopo.cli.render.ReplayText;
import org.pcitopo.cli.report.ReplayReport;
import org.pcitopo.cli.report.ReplayReport.Entry;
import org.pcitopo.cli.report.ReplayReport.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo replay}: a prediction beside what a real kernel did. */
@Command(name = "replay",
        description = {"Simulate the boot that a source recorded and compare with what that kernel did, resource by resource.",
            "The prediction sees only what stood before the kernel assigned anything. Several sources give a table and a total."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all equal", "1:there are differences", "2:wrong usage or unreadable input, or nothing to compare"})
final class ReplayCommand implements Callable<Integer> {

    private final Io io;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "A kernel log or a bundle; - is standard input."
            + " A folder of several stands for each of them.")
    private List<String> names;

    @Option(names = "--topology", paramLabel = "OTHER",
            description = "Take the machine from this source, and only command line and outcome from SOURCE.")
    private Optional<String> topology;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TextOrJson format;

    ReplayCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() {
        ReplayReport report;
        try (Progress progress = Progress.start(io, "replaying")) {
            report = replay(progress);
        }
        switch (format) {
            case TEXT -> ReplayText.write(io.out(), Palette.forOutput(io), report);
            case JSON -> ReplayJson.write(io.out(), report);
        }
        return status(report);
    }

    private ReplayReport replay(Progress progress) {
        CapturedSources reader = new CapturedSources(io);
        Optional<CapturedMachine> other = topology.map(name -> reader.read(List.of(name)));
        List<String> sources = reader.expand(names);
        List<Entry> entries = new ArrayList<>();
        for (String source : sources) {
            progress.now("replaying " + source + " (" + (entries.size() + 1) + " of " + sources.size() + ")");
            entries.add(sources.size() == 1 ? replay(reader, source, other) : guarded(reader, source, other));
        }
        return new ReplayReport(entries);
    }

    private static Entry replay(CapturedSources reader, String source, Optional<CapturedMachine> other) {
        CapturedMachine recorded = reader.read(List.of(source));
        try {
            return Entry.compared(source, Replay.run(source, recorded, other.orElse(recorded)));
        } catch (CaptureException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    /** As {@link #replay}; one of many that cannot be used, or on which the program fails, does not stop the others. */
    private static Entry guarded(CapturedSources reader, String source, Optional<CapturedMachine> other) {
        try {
            return replay(reader, source, other);
        } catch (UserError e) {
            return Entry.unreadable(source, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return Entry.failed(source, "internal error: " + e + "; 'pcitopo --debug replay " + source + "' shows where");
        }
    }

    private int status(ReplayReport report) {
        for (Entry entry : report.entries()) {
            if (entry.result().isEmpty()) {
                io.err().println("pcitopo: " + Printable.line(entry.why()));
            }
        }
        if (report.has(Outcome.FAILED)) {
            return ExitStatus.INTERNAL;
        }
        if (report.has(Outcome.UNREADABLE)) {
            return ExitStatus.USAGE;
        }
        int compared = report.total().resources().compared() + report.total().mappings().compared();
        if (compared == 0) {
            throw new UserError("nothing in " + String.join(", ", names) + " can be compared; give a log that reaches the point"
                    + " where the kernel assigned resources, or a bundle with one");
        }
        boolean equal = report.total().resources().different() + report.total().mappings().different() == 0;
        return equal ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }
}
