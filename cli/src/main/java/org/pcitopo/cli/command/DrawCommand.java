package org.pcitopo.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.cli.input.Output;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.draw.Drawing;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.topology.Sizes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo draw}: the tree and the address map as a page or a picture. */
@Command(name = "draw",
        description = {"Draw the tree of functions and the map of addresses, to scale, with what vfio-pci maps and why.",
            "OUT.html is one page for all boots, with zoom, search, comparison and explanations; it needs no network. OUT.svg is a still"
            + " picture of one boot."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:wrong usage or unreadable input"})
final class DrawCommand implements Callable<Integer> {

    private static final int NAMED_AT_MOST = 4;

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "FILE", description = "A .pcitopo file, or - for standard input.")
    private String file;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "The file to write: its name ends in .html or .svg.")
    private Optional<String> output;

    @Option(names = "--force", description = "Write over a file that exists.")
    private boolean force;

    @Mixin
    private BootOptions options;

    DrawCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        String name = output.orElseThrow(() -> new UserError("say where to draw: -o OUT.html for a page, -o OUT.svg for a still picture"));
        String end = name.toLowerCase(Locale.ROOT);
        boolean still = end.endsWith(".svg");
        if (!still && !end.endsWith(".html") && !end.endsWith(".htm")) {
            throw new UserError("cannot tell what to draw into " + name + ": its name ends neither in .html nor in .svg");
        }
        Path path = io.resolve(name);
        if (!force) {
            Output.mustNotExist(name, path);
        }
        SourceFile source = new SourceFiles(io).readOne(file);
        String text;
        try (Progress progress = Progress.start(io, "simulating " + file)) {
            List<Simulation> boots = language.get().simulate(source, options.choice(), io.workingDirectory()).stream()
                    .map(BootReport::simulation).toList();
            progress.now("drawing");
            text = still ? Drawing.svg(source.name(), theOnly(boots)) : Drawing.html(source.name(), boots);
        }
        if (force) {
            Output.replace(name, path, text);
        } else {
            Output.create(name, path, text);
        }
        return ExitStatus.CLEAN;
    }

    private static Simulation theOnly(List<Simulation> boots) {
        if (boots.size() == 1) {
            return boots.get(0);
        }
        List<String> names = boots.stream().limit(NAMED_AT_MOST).map(DrawCommand::name).toList();
        throw new UserError("a still picture shows one boot, and there are " + boots.size() + ": " + String.join(", ", names)
                + (boots.size() > NAMED_AT_MOST ? ", \u2026" : "") + "; choose with --host, --boot, --kernel or --page-size, or draw a page with -o OUT.html");
    }

    private static String name(Simulation simulation) {
        Boot boot = simulation.boot();
        return simulation.topology().name() + "/" + boot.name() + " on Linux " + boot.rules().release() + " with "
                + Sizes.text(boot.pageSize()) + " pages";
    }
}
