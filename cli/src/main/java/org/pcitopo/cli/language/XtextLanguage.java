package org.pcitopo.cli.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.Location;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Rule;
import org.pcitopo.cli.report.Severity;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.dsl.lowering.LoweringProblem;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.DocumentError;
import org.pcitopo.dsl.service.PcitopoLanguage;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.Simulator;
import org.pcitopo.simulator.assign.TopologyException;

/** The language itself. */
final class XtextLanguage implements Language {

    /** Standard input has no name; its imports are relative to the working directory. */
    private static final String STANDARD_INPUT_NAME = "standard-input.pcitopo";

    private final PcitopoLanguage language = PcitopoLanguage.create();

    @Override
    public CheckReport check(List<SourceFile> files, Path workingDirectory) {
        Texts texts = new Texts(workingDirectory);
        List<Problem> problems = new ArrayList<>();
        for (SourceFile file : files) {
            problems.addAll(errors(read(file, texts, workingDirectory), texts));
        }
        return new CheckReport(texts.all(), problems, List.of());
    }

    @Override
    public List<BootReport> simulate(SourceFile file, BootChoice choice, Path workingDirectory) {
        Texts texts = new Texts(workingDirectory);
        Document document = read(file, texts, workingDirectory);
        List<Problem> errors = errors(document, texts);
        if (!errors.isEmpty()) {
            throw new UserError(errors.get(0).location() + ": " + errors.get(0).message()
                    + (errors.size() > 1 ? " (and " + (errors.size() - 1) + " more; see 'pcitopo check " + file.name() + "')" : ""));
        }
        List<BootReport> reports = new ArrayList<>();
        for (ChosenBoots.Chosen chosen : ChosenBoots.of(file.name(), document.lowered().boots(), choice)) {
            try {
                Simulation simulation = Simulator.simulate(chosen.written().topology(), chosen.boot());
                reports.add(new BootReport(simulation, List.of()));
            } catch (TopologyException e) {
                throw new UserError(file.name() + ": no machine can be like that: " + e.getMessage(), e);
            }
        }
        return reports;
    }

    @Override
    public String format(SourceFile file) {
        Document document = language.read(file.text());
        document.errors().stream().filter(error -> error.kind() == DocumentError.Kind.SYNTAX).findFirst().ifPresent(error -> {
            Texts texts = new Texts(Path.of("").toAbsolutePath());
            texts.add(document.file(), file);
            throw new UserError(location(texts, error.region()) + ": " + error.message() + "; a file is formatted once it can be read");
        });
        return language.format(file.text());
    }

    @Override
    public String write(CapturedMachine machine) {
        return language.writer().write(machine.topology(), Replay.boots(machine.boot()), machine.provenance(),
                ImportComments.of(machine));
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    private Document read(SourceFile file, Texts texts, Path workingDirectory) {
        Path path = file.path().orElseGet(() -> workingDirectory.resolve(STANDARD_INPUT_NAME));
        Document document = language.read(path, file.text(), file.roots());
        texts.add(document.file(), file);
        return document;
    }

    private static List<Problem> errors(Document document, Texts texts) {
        List<Problem> problems = new ArrayList<>();
        for (DocumentError error : document.errors()) {
            problems.add(Problem.of("PCI001", Severity.ERROR, error.message(), location(texts, error.region())));
        }
        for (LoweringProblem problem : document.lowered().problems()) {
            problems.add(Problem.of("PCI002", Severity.ERROR, problem.message(), location(texts, problem.region())));
        }
        return problems;
    }

    private static Location location(Texts texts, TextRegion region) {
        return texts.location(region.file(), region.offset(), region.length());
    }
}
