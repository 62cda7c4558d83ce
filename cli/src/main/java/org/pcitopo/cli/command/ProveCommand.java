package org.pcitopo.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.proof.Proving;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code pcitopo prove}: a boot of one's own topology on a real kernel, beside its simulation. */
@Command(name = "prove",
        description = {"Build the topology in QEMU as nearly as it can, boot it with a real kernel, and compare what that kernel did"
            + " with the simulation of the machine that was built, resource by resource.",
            "What QEMU cannot build is said. A kernel that is missing is fetched from Debian's packages."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all equal", "1:there are differences",
            "2:wrong usage or unreadable input, or QEMU, the kernel or the recording is missing"})
final class ProveCommand implements Callable<Integer> {

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "FILE", description = "A .pcitopo file, or - for standard input.")
    private String file;

    @Option(names = "--host", paramLabel = "NAME", description = "The machine; needed where the file has several.")
    private Optional<String> host;

    @Option(names = "--boot", paramLabel = "NAME", description = "The boot; needed where the file has several.")
    private Optional<String> boot;

    @Option(names = "--kernel", paramLabel = "KERNEL", description = "The kernel instead of the boot's: a release such as 6.12,"
            + " one with the flavour of Debian's package such as 6.12:arm64-16k, or the path of an image of your own.")
    private Optional<String> kernel;

    @Option(names = "--modules", paramLabel = "FOLDER", description = "The modules of an image of your own, lib/modules/RELEASE;"
            + " without vfio-pci nothing is said of mappings.")
    private Optional<String> modules;

    @Option(names = "--machine", paramLabel = "MACHINE", description = "The machine of QEMU instead of the one that is most like"
            + " the platform: q35, pc, virt, virt-no-iommu, virt-edk2, powernv9, pseries, pseries-vof.")
    private Optional<String> machine;

    @Option(names = "--page-size", paramLabel = "SIZE", converter = BootOptions.PageSize.class,
            description = "The page size, such as 64K, instead of the boot's.")
    private Optional<Long> pageSize;

    @Option(names = "--command-line", paramLabel = "TEXT", description = "The kernel command line instead of the boot's.")
    private Optional<String> commandLine;

    @Option(names = "--keep", paramLabel = "BUNDLE", description = "Where to leave the recording, for 'pcitopo replay': a file"
            + " that ends in .tar.gz, or a folder.")
    private Optional<String> keep;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TextOrJson format;

    ProveCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        Proving proving = Proving.with(io, machine, kernel, modules, keep);
        SourceFile source = new SourceFiles(io).readOne(file);
        try (Progress progress = Progress.start(io, "reading " + file)) {
            Simulation wanted = wanted(source);
            return proving.run(wanted, format == TextOrJson.JSON, progress) ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
        }
    }

    private Simulation wanted(SourceFile source) {
        Optional<String> release = kernel.filter(text -> text.matches("[0-9]+\\.[0-9][0-9.]*(:.*)?"))
                .map(text -> known(text.replaceFirst(":.*", "")));
        BootChoice choice = new BootChoice(host, boot, release.stream().toList(), pageSize.stream().toList(), commandLine, List.of());
        List<Simulation> boots = language.get().simulate(source, choice, io.workingDirectory()).stream()
                .map(report -> report.simulation()).toList();
        // An image of one's own has its release and its page size in itself: a matrix of them is one boot then.
        boolean one = boots.size() == 1 || kernel.isPresent() && release.isEmpty()
                && boots.stream().map(simulation -> simulation.topology().name() + " " + simulation.boot().name()).distinct().count() == 1;
        if (!one) {
            throw new UserError(source.name() + " has several boots: " + boots.stream().map(ProveCommand::describe)
                    .collect(Collectors.joining(", ")) + "; choose one with --boot, --host, --kernel or --page-size");
        }
        return boots.get(0);
    }

    private static String known(String release) {
        try {
            return new BootOptions.Kernel().convert(release);
        } catch (TypeConversionException unknown) {
            throw new UserError("--kernel: " + unknown.getMessage(), unknown);
        }
    }

    private static String describe(Simulation simulation) {
        Boot boot = simulation.boot();
        return boot.name() + " of " + simulation.topology().name() + " (" + boot.rules().release() + ", " + (boot.pageSize() >> 10)
                + "K)";
    }
}
