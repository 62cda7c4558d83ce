package org.pcitopo.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.pcitopo.cli.input.SourceFiles;
import org.pcitopo.cli.io.ExitStatus;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.io.Progress;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.language.Language;
import org.pcitopo.cli.render.ExplanationText;
import org.pcitopo.cli.render.Palette;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.assign.EnumeratedFunction;
import org.pcitopo.simulator.explain.Explainer;
import org.pcitopo.simulator.explain.Explanation;
import org.pcitopo.simulator.topology.PciAddress;
import org.pcitopo.simulator.topology.ResourceName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pcitopo explain}: why a resource is where it is. */
@Command(name = "explain",
        description = "Tell in sentences how a function's resources came to their places, or to none, and what vfio-pci makes of them.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:wrong usage or unreadable input"})
final class ExplainCommand implements Callable<Integer> {

    private final Io io;
    private final Supplier<Language> language;

    @Parameters(index = "0", paramLabel = "FILE", description = "A .pcitopo file, or - for standard input.")
    private String file;

    @Parameters(index = "1", paramLabel = "FUNCTION", description = "A function: its address or its name.")
    private String function;

    @Parameters(index = "2..*", arity = "0..2", paramLabel = "RESOURCE",
            description = "Which of its resources: BAR 0, ROM, VF BAR 0, or io, mem, pref for the windows of a bridge. All without it.")
    private List<String> resource = new ArrayList<>();

    @Mixin
    private BootOptions options;

    ExplainCommand(Io io, Supplier<Language> language) {
        this.io = io;
        this.language = language;
    }

    @Override
    public Integer call() {
        Optional<ResourceName> wanted = resource.isEmpty() ? Optional.empty() : Optional.of(resourceName());
        SourceFile source = new SourceFiles(io).readOne(file);
        List<BootReport> boots;
        try (Progress progress = Progress.start(io, "simulating " + file)) {
            boots = language.get().simulate(source, options.choice(), io.workingDirectory());
        }
        Map<List<Explanation>, List<Simulation>> same = new LinkedHashMap<>();
        for (BootReport boot : boots) {
            List<Explanation> explanations = explanations(boot.simulation(), wanted);
            if (!explanations.isEmpty()) {
                same.computeIfAbsent(explanations, first -> new ArrayList<>()).add(boot.simulation());
            }
        }
        if (same.isEmpty()) {
            throw new UserError(file + " has no " + function + wanted.map(name -> " " + name).orElse("")
                    + " in any boot that was looked at; 'pcitopo simulate' lists what there is");
        }
        new ExplanationText(io.out(), Palette.forOutput(io), io.width()).write(same);
        return ExitStatus.CLEAN;
    }

    private List<Explanation> explanations(Simulation simulation, Optional<ResourceName> wanted) {
        Explainer explainer = new Explainer(simulation);
        return simulation.assignment().functions().stream().filter(this::isMeant).map(EnumeratedFunction::address)
                .flatMap(address -> explainer.explain(address).stream())
                .filter(explanation -> wanted.map(explanation.resource().name()::equals).orElse(true)).toList();
    }

    private boolean isMeant(EnumeratedFunction candidate) {
        return PciAddress.parse(function).map(candidate.address()::equals).orElse(candidate.description().name().equals(function));
    }

    /** {@code BAR 0}, {@code bar0}, {@code vf bar 0}, {@code rom}, {@code mem}. */
    private ResourceName resourceName() {
        String text = String.join("", resource).toLowerCase(Locale.ROOT).replace(" ", "").replace("window", "");
        return ResourceName.ofJsonName(text).orElseThrow(() -> new UserError("'" + String.join(" ", resource)
                + "' is no resource; say BAR 0 to BAR 5, VF BAR 0 to VF BAR 5, ROM, io, mem or pref"));
    }
}
