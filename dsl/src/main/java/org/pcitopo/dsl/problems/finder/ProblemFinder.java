package org.pcitopo.dsl.problems.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.model.Host;
import org.pcitopo.dsl.problems.BootId;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Problem;
import org.pcitopo.dsl.problems.ProblemKind;
import org.pcitopo.dsl.problems.expectation.ExpectationResult;
import org.pcitopo.dsl.problems.expectation.Expectations;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.BootRule;
import org.pcitopo.dsl.problems.rule.FileContext;
import org.pcitopo.dsl.problems.rule.FileRule;
import org.pcitopo.dsl.problems.rule.IgnoreRule;
import org.pcitopo.dsl.problems.rule.MachineContext;
import org.pcitopo.dsl.problems.rule.MachineRule;
import org.pcitopo.dsl.problems.rule.Report;
import org.pcitopo.dsl.problems.rule.Rule;
import org.pcitopo.dsl.problems.rule.Trials;
import org.pcitopo.dsl.problems.simulation.ImpossibleMachine;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.source.Anchors;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.assign.TopologyException;

/**
 * Looks at a file: its text, its machines, its boots and what they come to, its expectations, and the comments that keep problems
 * back. A rule that fails is reported and stops no other.
 */
public final class ProblemFinder {

    private static final Comparator<Problem> BY_PLACE = Comparator.<Problem>comparingInt(problem -> problem.place().offset())
            .thenComparing(Problem::code);

    private final Document document;
    private final CheckOptions options;
    private final List<Rule> rules;
    private final CheckMemo memo;
    private final Runnable checkpoint;
    private final List<Finding> findings = new ArrayList<>();
    private final List<SimulatedBoot> boots = new ArrayList<>();
    private final List<ExpectationResult> expectations = new ArrayList<>();

    private ProblemFinder(Document document, CheckOptions options, List<Rule> rules, CheckMemo memo, Runnable checkpoint) {
        this.memo = memo;
        this.document = document;
        this.options = options;
        this.rules = rules;
        this.checkpoint = checkpoint;
    }

    /** What is to be said of {@code document}. */
    public static CheckResult check(Document document, CheckOptions options) {
        return check(document, options, new CheckMemo(), () -> { });
    }

    /**
     * As {@link #check(Document, CheckOptions)}, for callers that ask again after each change of a text, and may lose interest.
     *
     * @param memo what the last check found, and what this one will
     * @param checkpoint called between steps of a few milliseconds; what it throws, from then on each time, ends the check and comes out of it
     */
    public static CheckResult check(Document document, CheckOptions options, CheckMemo memo, Runnable checkpoint) {
        return check(document, options, memo, Simulations.of(document, options, memo, checkpoint), checkpoint);
    }

    /** As {@link #check(Document, CheckOptions, CheckMemo, Runnable)}, with {@code simulations} of the same boots. */
    public static CheckResult check(Document document, CheckOptions options, CheckMemo memo, Simulations simulations, Runnable checkpoint) {
        return new ProblemFinder(document, options, ProblemRegistry.rules(), memo, checkpoint).check(simulations);
    }

    /** As {@link #check(Document, CheckOptions)}, with {@code rules} alone. */
    static CheckResult check(Document document, CheckOptions options, List<Rule> rules) {
        CheckMemo memo = new CheckMemo();
        return new ProblemFinder(document, options, rules, memo, () -> { })
                .check(Simulations.of(document, options, memo, () -> { }));
    }

    private CheckResult check(Simulations simulations) {
        BrokenElements broken = new BrokenElements(document);
        FileContext file = new FileContext(document);
        run(FileRule.class, start(), (rule, report) -> rule.check(file, report));
        Map<Host, List<LoweredBoot>> seen = new IdentityHashMap<>();
        CheckMemo.Check check = new CheckMemo.Check(new Anchors(document.model()));
        for (Simulations.Outcome chosen : simulations.outcomes()) {
            boolean sound = !broken.concern(chosen.lowered());
            CheckMemo.Question question = new CheckMemo.Question(chosen.boot(), sound,
                    sound && isNew(chosen.lowered(), seen), options.passthrough());
            BootFindings found = memo.find(chosen.lowered(), question).orElseGet(() -> look(chosen, question));
            check.add(chosen.lowered(), question, found);
            findings.addAll(found.findings());
            found.simulated().ifPresent(boots::add);
            expectations.addAll(found.expectations());
        }
        memo.replace(check);
        return result();
    }

    /** Whether no boot of {@code seen} finds the same machine. */
    private static boolean isNew(LoweredBoot boot, Map<Host, List<LoweredBoot>> seen) {
        List<LoweredBoot> others = seen.computeIfAbsent(boot.host(), unknown -> new ArrayList<>());
        return others.stream().noneMatch(other -> MachineContext.isSame(other, boot)) && others.add(boot);
    }

    /** Looks at one boot, apart from all others. */
    private BootFindings look(Simulations.Outcome chosen, CheckMemo.Question question) {
        ProblemFinder alone = new ProblemFinder(document, options, rules, memo, checkpoint);
        if (question.machine()) {
            alone.machine(new MachineContext(chosen.lowered()));
        }
        Optional<BootContext> boot = alone.context(chosen);
        boot.filter(simulated -> question.sound()).ifPresent(alone::boot);
        return new BootFindings(alone.findings,
                boot.map(simulated -> new SimulatedBoot(simulated.id(), simulated.lowered(), simulated.simulation())),
                alone.expectations);
    }

    private void machine(MachineContext machine) {
        run(MachineRule.class, machine.hostRegion(), (rule, report) -> rule.check(machine, finding -> {
            // What is wrong in an imported file is said where that file is looked at.
            if (finding.region().file().equals(document.file())) {
                report.add(finding);
            }
        }));
    }

    private void boot(BootContext boot) {
        run(BootRule.class, boot.bootRegion(), (rule, report) -> rule.check(boot, report));
        try {
            expectations.addAll(Expectations.of(boot));
        } catch (RuntimeException failure) {
            checkpoint.run();
            findings.add(RuleFailed.finding("evaluating expectations", boot.bootRegion(), failure));
        }
    }

    private Optional<BootContext> context(Simulations.Outcome outcome) {
        LoweredBoot lowered = outcome.lowered();
        outcome.failure().ifPresent(failure -> findings.add(failure instanceof TopologyException refusal
                ? ImpossibleMachine.finding(lowered, refusal)
                : RuleFailed.finding("simulating boot '" + lowered.boot().name() + "'", new MachineContext(lowered).hostRegion(), failure)));
        return outcome.simulation().map(simulation -> new BootContext(lowered, simulation, options.passthrough(),
                new Trials(simulation, memo.simulations(), checkpoint)));
    }

    /** Asks one rule. */
    @FunctionalInterface
    private interface Question<R> {
        void ask(R rule, Report report);
    }

    private <R extends Rule> void run(Class<R> sort, TextRegion fallback, Question<R> question) {
        for (Rule rule : rules) {
            if (sort.isInstance(rule)) {
                checkpoint.run();
                try {
                    question.ask(sort.cast(rule), findings::add);
                } catch (RuntimeException failure) {
                    // Who is not interested any more says so in the middle of a rule as well: that is no failure.
                    checkpoint.run();
                    findings.add(RuleFailed.finding(rule, fallback, failure));
                }
            }
        }
    }

    private TextRegion start() {
        return new TextRegion(document.file(), 0, 0);
    }

    private CheckResult result() {
        ResourceSet resources = document.model().eResource().getResourceSet();
        Lines lines = new Lines(resources);
        BootNames names = new BootNames(boots.stream().map(SimulatedBoot::id).toList());
        FindingMerger merger = new FindingMerger(lines, names, options.severities());
        IgnoreFilter filter = new IgnoreFilter(resources);
        List<Problem> problems = new ArrayList<>(filter.filter(merger.merge(findings)));
        problems.addAll(ignoreProblems(filter, merger));
        problems.sort(Comparator.<Problem, Boolean>comparing(problem -> !problem.place().file().equals(document.file()))
                .thenComparing(problem -> problem.place().file()).thenComparing(BY_PLACE));
        Map<BootId, List<Problem>> byBoot = new HashMap<>();
        problems.forEach(problem -> Set.copyOf(problem.boots())
                .forEach(boot -> byBoot.computeIfAbsent(boot, id -> new ArrayList<>()).add(problem)));
        List<CheckedBoot> checked = boots.stream().map(boot -> new CheckedBoot(boot.id(), boot.lowered(), boot.simulation(),
                byBoot.getOrDefault(boot.id(), List.of()))).toList();
        List<CheckResult.PlacedExpectation> placed = expectations.stream()
                .sorted(Comparator.comparingInt(result -> result.region().offset()))
                .map(result -> new CheckResult.PlacedExpectation(result, lines.place(result.region()))).toList();
        return new CheckResult(problems, placed, checked, filter.ignored());
    }

    private List<Problem> ignoreProblems(IgnoreFilter filter, FindingMerger merger) {
        findings.clear();
        Set<String> codes = ProblemRegistry.kinds().stream().map(ProblemKind::code).collect(Collectors.toSet());
        run(IgnoreRule.class, start(), (rule, report) -> rule.check(filter.usedIn(document.file()), codes, report));
        return merger.merge(findings);
    }
}
