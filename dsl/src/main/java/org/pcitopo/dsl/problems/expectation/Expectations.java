package org.pcitopo.dsl.problems.expectation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.pcitopo.dsl.model.Expectation;
import org.pcitopo.dsl.model.Provenance;
import org.pcitopo.dsl.problems.rule.BootContext;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.simulator.topology.ResourceKey;
import org.pcitopo.simulator.vfio.Mapping.Verdict;

/** The expectations of one boot and what becomes of them. */
public final class Expectations {

    private static final int MOST_NAMED = 4;

    private Expectations() {
    }

    /** In the order written; those that cannot be read are left out, since something else is said of them. */
    public static List<ExpectationResult> of(BootContext boot) {
        return boot.once(Results.class, () -> new Results(evaluate(boot))).all();
    }

    private record Results(List<ExpectationResult> all) {
    }

    private static List<ExpectationResult> evaluate(BootContext boot) {
        List<Expectation> lines = boot.lowered().expectations();
        if (lines.isEmpty()) {
            return List.of();
        }
        ExpectationReader reader = new ExpectationReader(boot);
        Evaluator evaluator = new Evaluator(boot.simulation(), boot.passthrough().reasons().keySet());
        List<ExpectationResult> results = new ArrayList<>();
        for (Expectation line : lines) {
            reader.read(line).ifPresent(expected -> {
                Evaluation evaluation = evaluator.evaluate(expected);
                String text = text(line);
                results.add(new ExpectationResult("expect " + text, boot.id(), Regions.of(line), evaluation,
                        evaluation.passed() ? "" : message(boot, text, expected, evaluation)));
            });
        }
        return results;
    }

    /** As written behind {@code expect}, without what says where it comes from. */
    private static String text(Expectation line) {
        StringBuilder text = new StringBuilder();
        for (INode leaf : NodeModelUtils.findActualNodeFor(line).getLeafNodes()) {
            boolean provenance = EcoreUtil2.getContainerOfType(leaf.getSemanticElement(), Provenance.class) != null;
            if (!provenance) {
                boolean hidden = leaf instanceof ILeafNode token && token.isHidden();
                text.append(hidden ? " " : leaf.getText());
            }
        }
        return text.toString().strip().replaceAll("\\s+", " ").replaceFirst("^expect ", "");
    }

    private static String message(BootContext boot, String text, Expected expected, Evaluation evaluation) {
        if (evaluation.matchesNothing()) {
            return "expected " + text + ", but nothing in this boot is meant by that" + nothing(boot, expected);
        }
        List<String> actual = evaluation.failures().stream().map(failure -> nameOf(boot, failure) + " " + failure.actual())
                .toList();
        String of = evaluation.considered() == 1 ? ""
                : evaluation.failures().size() + " of " + evaluation.considered() + " differ: ";
        return "expected " + text + ", but " + of + Quantities.list(actual, MOST_NAMED) + why(boot, evaluation);
    }

    private static String nameOf(BootContext boot, Evaluation.Failure failure) {
        return failure.resource().map(name -> boot.shortNameOf(new ResourceKey(failure.function(), name)))
                .orElseGet(() -> boot.nameOf(failure.function()));
    }

    /** Why the first failure is as it is, where more than its reason is known. */
    private static String why(BootContext boot, Evaluation evaluation) {
        Evaluation.Failure first = evaluation.failures().get(0);
        return first.resource().flatMap(name -> boot.mapping(new ResourceKey(first.function(), name)))
                .filter(mapping -> !mapping.sharedWith().isEmpty() && mapping.verdict() != Verdict.MAPPED)
                .map(mapping -> " (" + Quantities.list(mapping.sharedWith().stream().map(boot::shortNameOf).toList(), MOST_NAMED)
                        + (mapping.sharedWith().size() == 1 ? " is" : " are") + " in its page)").orElse("");
    }

    private static String nothing(BootContext boot, Expected expected) {
        if (expected.passthroughOnly() && boot.passthrough().reasons().isEmpty()) {
            return ": no function is handed to a guest";
        }
        boolean absent = expected.functions().map(functions -> functions.stream()
                .noneMatch(function -> boot.function(function).isPresent())).orElse(false);
        return absent ? ": no such function is there" : "";
    }
}
