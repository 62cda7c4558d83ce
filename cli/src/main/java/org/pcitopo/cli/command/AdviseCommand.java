package org.pcitopo.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.render.AdviceJson;
import org.pcitopo.cli.render.AdviceText;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.report.AdviceReport;
import org.pcitopo.cli.report.AdviceSearch;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.simulator.Boot;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.topology.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pcitopo advise}: the command line that lets vfio-pci map what is handed to guests. */
@Command(name = "advise",
        description = {"Find the kernel command line that makes every memory BAR of the functions that are passed through mappable, with the"
            + " least harm: it loses no BAR, then moves the fewest functions, enlarges the fewest resources, and is the shortest.",
            "Every line is proved by simulating it. Where no function is passed through, all are meant. Of several kernels one line is looked"
            + " for that serves all, else one for each."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:found, or nothing to do", "1:impossible", "2:wrong usage or unreadable input"})
final class AdviseCommand implements Callable<Integer> {

    private static final long NANOSECONDS = 1_000_000_000L;

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(paramLabel = "FILE", description = "A .pcitopo file, or - for standard input.")
    private String file;

    @Option(names = "--allow-loss", description = "Where nothing better works, propose a line that costs other BARs.")
    private boolean allowLoss;

    @Option(names = "--time", paramLabel = "SECONDS", defaultValue = "10",
            description = "How long to search, shared by all boots; default ${DEFAULT-VALUE}. The best found by then is told.")
    private int seconds;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TextOrJson format;

    @Mixin
    private BootOptions options;

    AdviseCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        SourceFile source = new SourceFiles(io).readOne(file);
        List<AdviceReport> reports = new ArrayList<>();
        try (Progress progress = Progress.start(io, "searching for " + file)) {
            List<BootReport> boots = language.get().simulate(source, options.choice(), io.workingDirectory());
            List<List<BootReport>> groups = groups(boots);
            for (List<BootReport> group : groups) {
                progress.now("searching for boot " + group.get(0).simulation().boot().name());
                reports.addAll(advise(group, seconds * NANOSECONDS / groups.size()));
            }
        }
        switch (format) {
            case TEXT -> AdviceText.write(io.out(), Palette.forOutput(io), reports);
            case JSON -> AdviceJson.write(io.out(), reports);
        }
        return reports.stream().allMatch(AdviceReport::isGood) ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    /** What differs in nothing but kernel and page size. */
    private record Same(Topology topology, String boot, String commandLine) {
    }

    private static List<List<BootReport>> groups(List<BootReport> boots) {
        Map<Same, List<BootReport>> groups = new LinkedHashMap<>();
        for (BootReport report : boots) {
            Boot boot = report.simulation().boot();
            groups.computeIfAbsent(new Same(report.simulation().topology(), boot.name(), boot.commandLine()),
                    unused -> new ArrayList<>()).add(report);
        }
        return List.copyOf(groups.values());
    }

    private List<AdviceReport> advise(List<BootReport> group, long time) {
        Advice common = AdviceSearch.of(group, AdviceSearch.deadline(time));
        if (group.size() == 1 || common.nothingToDo() || common.best().isPresent()) {
            return List.of(AdviceReport.of(common, allowLoss, AdviceSearch.deadline(time)));
        }
        long share = time / group.size();
        return group.stream().map(one -> AdviceReport.of(AdviceSearch.of(List.of(one), AdviceSearch.deadline(share)), allowLoss,
                AdviceSearch.deadline(share))).toList();
    }
}
