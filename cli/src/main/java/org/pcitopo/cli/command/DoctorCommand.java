package org.pcitopo.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.capture.replay.ReplayResult;
import org.pcitopo.capture.source.CaptureException;
import org.pcitopo.cli.input.HostBundle;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.render.AdviceText;
import org.pcitopo.cli.render.DoctorText;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.report.AdviceReport;
import org.pcitopo.cli.report.AdviceSearch;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;
import picocli.CommandLine.Command;

/** {@code pcitopo doctor}: this host, predicted, compared and judged. */
@Command(name = "doctor",
        description = {"Read this host, simulate its boot, compare with what its kernel did, and say which BARs vfio-pci maps.",
            "Reads the system and leaves no files. Run as root it sees more.",
            "It ends with the advice that 'pcitopo advise' gives: the kernel command line that lets vfio-pci map every memory BAR of the"
            + " functions bound to it, or of all where none is. The search takes ten seconds at most."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:as predicted, and nothing to complain of", "1:findings", "2:this host cannot be read"})
final class DoctorCommand implements Callable<Integer> {

    /** Nanoseconds for the advice: whoever wants to search longer has {@code advise --time}. */
    private static final long PATIENCE = 10_000_000_000L;

    private final Io io;

    DoctorCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() {
        HostBundle.Host host;
        ReplayResult result;
        Simulation simulation;
        AdviceReport advice;
        try (Progress progress = Progress.start(io, "reading this host")) {
            host = new HostBundle(io).read();
            progress.now("simulating its boot");
            CapturedMachine machine = host.machine();
            result = Replay.run("this host", machine);
            simulation = Simulator.simulate(machine.topology(), Replay.boots(machine.boot()).get(0));
            progress.now("looking for advice");
            advice = advice(simulation);
        } catch (CaptureException | TopologyException e) {
            throw new UserError("this host cannot be simulated: " + e.getMessage(), e);
        }
        Palette palette = Palette.forOutput(io);
        boolean healthy = DoctorText.write(io.out(), palette, host, result, simulation);
        io.out().println();
        AdviceText.write(io.out(), palette, List.of(advice));
        return healthy ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private static AdviceReport advice(Simulation simulation) {
        BooleanSupplier deadline = AdviceSearch.deadline(PATIENCE);
        BootReport boot = new BootReport(simulation, List.of(), DoctorText.passedThrough(simulation));
        return AdviceReport.of(AdviceSearch.of(List.of(boot), deadline), false, deadline);
    }
}
