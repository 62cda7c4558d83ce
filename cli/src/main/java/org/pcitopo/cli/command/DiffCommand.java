package org.pcitopo.cli.command;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.render.DiffJson;
import org.pcitopo.cli.render.DiffText;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.BootPair;
import org.pcitopo.cli.report.BootPair.Side;
import org.pcitopo.cli.report.BootPairs;
import org.pcitopo.cli.report.DiffReport;
import org.pcitopo.cli.report.DiffReport.LeftOut;
import org.pcitopo.cli.report.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo diff}: what changes between two boots, kernels, page sizes, command lines or files. */
@Command(name = "diff",
        description = {"Show what changes from one boot to another: what moves, gets or loses its address, grows, becomes mappable or"
            + " unmappable.",
            "Two files are compared with each other. One file, several, or a folder are compared with themselves: give two boots, kernels,"
            + " page sizes or command lines, or one kernel, page size or command line to compare with what is written."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:wrong usage or unreadable input"})
final class DiffCommand implements Callable<Integer> {

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "A .pcitopo file, a folder, or - for standard input.")
    private List<String> paths;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TextOrJson format;

    @Mixin
    private DiffOptions options;

    DiffCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        boolean folders = paths.stream().anyMatch(path -> Files.isDirectory(io.resolve(path)));
        boolean twoFiles = paths.size() == 2 && !folders;
        DiffOptions.Sides sides = options.sides(twoFiles);
        List<SourceFile> files = new SourceFiles(io).read(paths);
        if (twoFiles && files.size() == 1) {
            throw new UserError(paths.get(0) + " is named twice; to compare boots of one file name it once");
        }
        if (folders && !sides.differ()) {
            throw new UserError("say what differs: two of --boot, --kernel, --page-size or --command-line, or one --kernel, "
                    + "--page-size or --command-line to compare with what is written");
        }
        DiffReport report;
        try (Progress progress = Progress.start(io, "simulating " + String.join(", ", paths))) {
            report = twoFiles ? ofTwo(files, sides) : files.size() == 1 && !folders ? ofOne(files.get(0), sides)
                    : ofMany(files, sides);
        }
        if (report.pairs().isEmpty()) {
            throw new UserError("there are no two boots to compare: " + report.notCompared().get(0).what() + ": "
                    + report.notCompared().get(0).why());
        }
        switch (format) {
            case TEXT -> DiffText.write(io.out(), Palette.forOutput(io), report, files.size() > 1 && !twoFiles);
            case JSON -> DiffJson.write(io.out(), report);
        }
        return ExitStatus.CLEAN;
    }

    private DiffReport ofTwo(List<SourceFile> files, DiffOptions.Sides sides) {
        List<Side> before = simulate(files.get(0), sides.before());
        List<Side> after = simulate(files.get(1), sides.after());
        DiffReport report = sides.pairs().pair(before, after);
        if (!report.pairs().isEmpty()) {
            return report;
        }
        // Another machine, or the same one imported twice, where the importer could only make names up.
        BootPairs pairs = sides.pairs();
        return new BootPairs(true, pairs.bootDiffers(), pairs.kernelDiffers(), pairs.pageSizeDiffers()).pair(before, after);
    }

    private DiffReport ofOne(SourceFile file, DiffOptions.Sides sides) {
        List<Side> before = simulate(file, sides.before());
        if (sides.differ()) {
            return sides.pairs().pair(before, simulate(file, sides.after()));
        }
        if (before.size() == 2) {
            return new DiffReport(List.of(BootPair.of(before.get(0), before.get(1))), List.of());
        }
        throw new UserError(file.name() + " has " + (before.size() == 1 ? "one boot" : before.size() + " boots")
                + "; say which two to compare with two of --boot, --kernel, --page-size or --command-line");
    }

    private DiffReport ofMany(List<SourceFile> files, DiffOptions.Sides sides) {
        List<BootPair> pairs = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (SourceFile file : files) {
            try {
                DiffReport report = ofOne(file, sides);
                pairs.addAll(report.pairs());
                leftOut.addAll(report.notCompared());
            } catch (UserError e) {
                leftOut.add(new LeftOut(file.name(), e.getMessage()));
            }
        }
        return new DiffReport(pairs, leftOut);
    }

    private List<Side> simulate(SourceFile file, BootChoice choice) {
        return language.get().simulate(file, choice, io.workingDirectory()).stream()
                .map(report -> new Side(file.name(), report.simulation())).toList();
    }
}
