package org.pcitopo.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.cli.input.CapturedSources;
import org.pcitopo.cli.input.Output;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo import}: a file from what a machine says of itself. */
@Command(name = "import",
        description = {"Write a .pcitopo file from what a real machine says: a kernel log, lspci, /proc/iomem, /proc/ioports,"
            + " a copy of /sys/bus/pci/devices, or a bundle of these.",
            "Several sources are taken to be of the same machine and are merged."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:wrong usage or unreadable input"})
final class ImportCommand implements Callable<Integer> {

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "A file, a folder or an archive; - is standard input.")
    private List<String> sources;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "The file to write instead of standard output.")
    private Optional<String> output;

    @Option(names = "--force", description = "With -o, write over a file that exists.")
    private boolean force;

    ImportCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        if (output.isPresent() && !force) {
            Output.mustNotExist(output.get(), io.resolve(output.get()));
        }
        String text;
        try (Progress progress = Progress.start(io, "reading " + String.join(", ", sources))) {
            CapturedMachine machine = new CapturedSources(io).read(sources);
            progress.now("writing the topology");
            text = language.get().write(machine);
        }
        if (output.isEmpty()) {
            io.out().print(text);
        } else {
            write(output.get(), text);
        }
        return ExitStatus.CLEAN;
    }

    private void write(String name, String text) {
        Path path = io.resolve(name);
        if (force) {
            Output.replace(name, path, text);
        } else {
            Output.create(name, path, text);
        }
    }
}
