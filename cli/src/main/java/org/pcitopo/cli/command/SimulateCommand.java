package org.pcitopo.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.capture.wording.KernelLog;
import org.pcitopo.capture.wording.ResourceListing;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.render.KernelTexts;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.render.SimulationJson;
import org.pcitopo.cli.render.SimulationText;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo simulate}: where every resource ends, and what vfio-pci maps. */
@Command(name = "simulate",
        description = "Show for each boot where the kernel puts every resource, and which BARs vfio-pci maps.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:wrong usage or unreadable input"})
final class SimulateCommand implements Callable<Integer> {

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "FILE", description = "A .pcitopo file, or - for standard input.")
    private String file;

    @Option(names = "--as", paramLabel = "NAME",
            description = "With -, the file that the text belongs to, as an editor holds it unsaved: imports are looked for beside it.")
    private Optional<String> as;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = {"${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
                "dmesg is what the kernel would log of buses, functions and resources, in its release's words and order, without times;"
                + " iomem and ioports are its /proc/iomem and /proc/ioports. They hold what concerns PCI resources alone: nothing of"
                + " drivers, quirks, interrupts, power management and IOMMU groups."})
    private SimulationFormat format;

    @Mixin
    private BootOptions options;

    SimulateCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        SourceFile source = source();
        List<BootReport> boots;
        try (Progress progress = Progress.start(io, "simulating " + file)) {
            boots = language.get().simulate(source, options.choice(), io.workingDirectory());
        }
        switch (format) {
            case TEXT -> SimulationText.write(io.out(), Palette.forOutput(io), boots);
            case JSON -> SimulationJson.write(io.out(), boots);
            case DMESG -> KernelTexts.write(io.out(), boots, KernelLog::of);
            case IOMEM -> KernelTexts.write(io.out(), boots, ResourceListing::memory);
            case IOPORTS -> KernelTexts.write(io.out(), boots, ResourceListing::ports);
        }
        return ExitStatus.CLEAN;
    }

    private SourceFile source() {
        if (as.isPresent() && !file.equals(SourceFiles.STANDARD_INPUT)) {
            throw new UserError("--as says what standard input is; name - instead of " + file);
        }
        return as.isPresent() ? new SourceFiles(io).readAs(as.get()) : new SourceFiles(io).readOne(file);
    }
}
