package org.pcitopo.dsl.ide.hints;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.EcoreUtil2;
import org.pcitopo.dsl.ide.outcome.BootNames;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.outcome.Groups;
import org.pcitopo.dsl.ide.outcome.Outcomes;
import org.pcitopo.dsl.ide.outcome.Seen;
import org.pcitopo.dsl.ide.words.Verdicts;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.lowering.FunctionText;
import org.pcitopo.dsl.model.Bridge;
import org.pcitopo.dsl.model.Function;
import org.pcitopo.dsl.model.Statement;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;
import org.pcitopo.simulator.assign.AssignedResource;
import org.pcitopo.simulator.topology.ResourceName;

/**
 * Behind a BAR its place and verdict, behind a device those of the BARs that its type describes, behind a bridge its buses. Where
 * boots differ, what the first one says, and how many say the same.
 */
public final class HintsFeature {

    private static final int MOST_BARS = 3;
    private static final int MOST_CHARACTERS = 40;

    /** @param checkpoint called before each function; what it throws ends the work */
    public List<InlayHint> hints(Snapshot snapshot, Range range, Runnable checkpoint) {
        int from = snapshot.lines().offset(range.getStart());
        int to = snapshot.lines().offset(range.getEnd());
        List<InlayHint> hints = new ArrayList<>();
        for (Function function : EcoreUtil2.getAllContentsOfType(snapshot.document().model(), Function.class)) {
            checkpoint.run();
            TextRegion region = Regions.of(function);
            if (region.offset() <= to && from <= region.end()) {
                add(snapshot, function, hints);
            }
        }
        hints.removeIf(hint -> !isIn(hint, range));
        return hints;
    }

    private static boolean isIn(InlayHint hint, Range range) {
        int line = hint.getPosition().getLine();
        return range.getStart().getLine() <= line && line <= range.getEnd().getLine();
    }

    private static void add(Snapshot snapshot, Function function, List<InlayHint> hints) {
        Outcomes outcomes = snapshot.outcomes();
        BootNames names = new BootNames(outcomes.boots());
        List<Seen.OfFunction> seen = outcomes.functions(function);
        if (seen.isEmpty()) {
            return;
        }
        List<String> head = new ArrayList<>();
        boolean busesAreWritten = function instanceof Bridge bridge && bridge.getBuses() != null;
        if (!busesAreWritten) {
            head.addAll(buses(seen));
        }
        FunctionText text = seen.get(0).boot().lowered().sources().of(seen.get(0).function().description()).orElseThrow();
        for (ResourceName name : text.registers().keySet().stream().sorted().toList()) {
            List<Seen.OfResource> resources = seen.stream().map(one -> new Seen.OfResource(one.boot(), one.function(), name))
                    .filter(one -> one.resource().isPresent() && name.isBar()).toList();
            if (!resources.isEmpty()) {
                Statement statement = text.registers().get(name);
                if (EcoreUtil2.isAncestor(function, statement)) {
                    InlayHint hint = hint(snapshot, Regions.of(statement).end(), words(names, resources));
                    hint.setTooltip(Either.forLeft(resources.get(0).boot().reason(resources.get(0).key())));
                    hints.add(hint);
                } else {
                    head.add(name + " " + words(names, resources));
                }
            }
        }
        if (!head.isEmpty()) {
            List<String> shown = head.size() > MOST_BARS ? head.subList(0, MOST_BARS) : head;
            hints.add(hint(snapshot, endOfHead(snapshot, function), String.join(", ", shown) + (head.size() > MOST_BARS ? ", ..." : "")));
        }
    }

    private static List<String> buses(List<Seen.OfFunction> seen) {
        return seen.stream().filter(one -> one.function().secondary() >= 0).map(one -> {
            String first = Literals.busText(one.function().secondary());
            String last = Literals.busText(one.function().subordinate());
            return "bus " + (first.equals(last) ? first : first + "-" + last);
        }).distinct().limit(1).toList();
    }

    private static String words(BootNames names, List<Seen.OfResource> seen) {
        List<Groups<String, Seen.OfResource>> groups = Groups.by(seen, one -> words(one));
        String first = groups.get(0).key();
        if (groups.size() == 1) {
            return first;
        }
        String share = " in " + share(names, groups.get(0).boots(), seen.size());
        List<String> verdicts = seen.stream().map(HintsFeature::verdict).distinct().toList();
        return verdicts.size() == 1 && !verdicts.get(0).isEmpty() ? verdicts.get(0) + ", at " + place(seen.get(0)) + share : first + share;
    }

    /** The boots by name where that is short; else how many, each kernel and page size of a boot counted. */
    private static String share(BootNames names, List<BootView> some, int all) {
        String named = names.of(some);
        return named.length() <= MOST_CHARACTERS ? named : some.size() + " of " + all + " boots, kernels and page sizes counted";
    }

    private static String words(Seen.OfResource one) {
        return (place(one) + " " + verdict(one)).strip();
    }

    private static String place(Seen.OfResource one) {
        return one.resource().orElseThrow().range().map(range -> Literals.addressText(range.start())).orElse("no address");
    }

    private static String verdict(Seen.OfResource one) {
        AssignedResource resource = one.resource().orElseThrow();
        return resource.type().isIo() || resource.range().isEmpty() ? ""
                : one.mapping().map(mapping -> mapping.reason().map(Verdicts::reason).orElse(Verdicts.verdict(mapping.verdict()))).orElse("");
    }

    /** Before the brace that opens the body, or the end. */
    private static int endOfHead(Snapshot snapshot, Function function) {
        int end = Regions.bodyStart(function).map(body -> body.offset() - 1).orElse(Regions.of(function).end());
        while (end > 0 && Character.isWhitespace(snapshot.text().charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static InlayHint hint(Snapshot snapshot, int offset, String label) {
        InlayHint hint = new InlayHint(snapshot.lines().position(offset), Either.forLeft(label.lines().collect(Collectors.joining(" "))));
        hint.setPaddingLeft(true);
        return hint;
    }
}
