package org.pcitopo.cli.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcitopo.capture.CapturedMachine;
import org.pcitopo.capture.replay.Replay;
import org.pcitopo.cli.io.UserError;
import org.pcitopo.cli.report.BootChoice;
import org.pcitopo.cli.report.BootName;
import org.pcitopo.cli.report.BootReport;
import org.pcitopo.cli.report.CheckReport;
import org.pcitopo.cli.report.ExpectationResult;
import org.pcitopo.cli.report.Problem;
import org.pcitopo.cli.report.Related;
import org.pcitopo.cli.report.Rule;
import org.pcitopo.cli.report.Severity;
import org.pcitopo.cli.report.SourceFile;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.finder.CheckOptions;
import org.pcitopo.dsl.problems.finder.CheckResult;
import org.pcitopo.dsl.problems.finder.ProblemFinder;
import org.pcitopo.dsl.problems.finder.ProblemPages;
import org.pcitopo.dsl.problems.finder.ProblemRegistry;
import org.pcitopo.dsl.problems.rule.Passthrough;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.DocumentError;
import org.pcitopo.dsl.service.PcitopoLanguage;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.kernel.KernelRelease;
import org.pcitopo.simulator.kernel.KernelRules;
import org.pcitopo.simulator.topology.PciAddress;

/** The language itself. */
final class XtextLanguage implements Language {

    /** Standard input has no name; its imports are relative to the working directory. */
    private static final String STANDARD_INPUT_NAME = "standard-input.pcitopo";

    private final PcitopoLanguage language = PcitopoLanguage.create();

    @Override
    public CheckReport check(List<SourceFile> files, Path workingDirectory) {
        Texts texts = new Texts(workingDirectory);
        List<Problem> problems = new ArrayList<>();
        List<ExpectationResult> expectations = new ArrayList<>();
        for (SourceFile file : files) {
            CheckResult result = ProblemFinder.check(read(file, texts, workingDirectory), CheckOptions.AS_WRITTEN);
            result.problems().forEach(problem -> problems.add(problem(problem, texts)));
            result.expectations().forEach(expectation -> expectations.add(expectation(expectation, texts)));
        }
        return new CheckReport(texts.all(), problems, expectations);
    }

    @Override
    public List<BootReport> simulate(SourceFile file, BootChoice choice, Path workingDirectory) {
        Texts texts = new Texts(workingDirectory);
        Document document = read(file, texts, workingDirectory);
        CheckResult result = ProblemFinder.check(document, options(choice));
        boolean understood = document.errors().isEmpty() && document.lowered().problems().isEmpty();
        if (!understood || result.boots().isEmpty()) {
            throw refusal(file, document, result, texts);
        }
        return result.boots().stream().map(boot -> new BootReport(boot.simulation(),
                boot.problems().stream().map(problem -> problem(problem, texts)).toList(), passthrough(boot.simulation(), choice)))
                .toList();
    }

    private static Set<PciAddress> passthrough(Simulation simulation, BootChoice choice) {
        return Passthrough.of(simulation.assignment().functions(), simulation.boot().commandLine(), choice.passthrough()).reasons()
                .keySet();
    }

    /** Why nothing of {@code file} can be simulated. */
    private static UserError refusal(SourceFile file, Document document, CheckResult result, Texts texts) {
        List<Problem> errors = result.problems().stream().map(problem -> problem(problem, texts))
                .filter(problem -> problem.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            return new UserError(errors.get(0).location() + ": " + errors.get(0).message() + (errors.size() == 1 ? ""
                    : " (and " + (errors.size() - 1) + " more; see 'pcitopo check " + file.name() + "')"));
        }
        if (document.lowered().boots().isEmpty()) {
            return new UserError("there is no host in " + file.name() + ", so there is nothing to simulate");
        }
        return new UserError("there is no such boot in " + file.name() + "; it has " + document.lowered().boots().stream()
                .map(boot -> boot.boot().name() + " of " + boot.topology().name()).distinct().collect(Collectors.joining(", ")));
    }

    private static CheckOptions options(BootChoice choice) {
        List<KernelRules> kernels = choice.kernels().stream().map(KernelRelease::of).map(KernelRules::mainline).toList();
        return new CheckOptions(choice.host(), choice.boot(), kernels, choice.pageSizes(), choice.commandLine(),
                choice.passthrough(), Map.of());
    }

    @Override
    public String format(SourceFile file) {
        Document document = language.read(file.text());
        if (document.errors().stream().anyMatch(error -> error.kind() == DocumentError.Kind.SYNTAX)) {
            Texts texts = new Texts(Path.of(""));
            texts.add(document.file(), file);
            Problem first = problem(ProblemFinder.check(document, CheckOptions.AS_WRITTEN).problems().get(0), texts);
            throw new UserError(first.location() + ": " + first.message() + "; a file is formatted once it can be read");
        }
        return language.format(file.text());
    }

    @Override
    public String write(CapturedMachine machine) {
        return language.writer().write(machine.topology(), Replay.boots(machine.boot()), machine.provenance(),
                ImportComments.of(machine));
    }

    @Override
    public List<Rule> rules() {
        return ProblemRegistry.kinds().stream().map(kind -> new Rule(kind.code(), severity(kind.severity()), kind.summary(),
                ProblemPages.page(kind.code()).orElse(kind.summary()))).toList();
    }

    private Document read(SourceFile file, Texts texts, Path workingDirectory) {
        Path path = file.path().orElseGet(() -> workingDirectory.resolve(STANDARD_INPUT_NAME));
        Document document = language.read(path, file.text(), file.roots());
        texts.add(document.file(), file);
        return document;
    }

    private static Problem problem(org.pcitopo.dsl.problems.Problem problem, Texts texts) {
        List<Related> related = problem.related().stream()
                .map(other -> new Related(texts.location(other.place()), other.message())).toList();
        return new Problem(problem.code(), severity(problem.severity()), problem.message(), texts.location(problem.place()),
                related, problem.help(), problem.boots().stream().map(XtextLanguage::name).toList(),
                problem.function().map(Object::toString), problem.bar());
    }

    private static ExpectationResult expectation(CheckResult.PlacedExpectation placed, Texts texts) {
        return new ExpectationResult(placed.result().text(), name(placed.result().boot()), placed.result().passed(),
                placed.result().message(), texts.location(placed.place()));
    }

    private static BootName name(BootId boot) {
        return new BootName(boot.host(), boot.boot(), boot.kernel(), boot.pageSize());
    }

    private static Severity severity(org.pcitopo.dsl.problems.Severity severity) {
        return Severity.valueOf(severity.name());
    }
}
