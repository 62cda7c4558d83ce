package org.pcitopo.dsl.ide.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.pcitopo.dsl.ide.outcome.BootNames;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.ide.words.BootSummary;
import org.pcitopo.dsl.ide.words.ChangeWords;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.simulator.Simulation;
import org.pcitopo.simulator.compare.Comparison;

/**
 * Compares a boot with the other boots of its machine, and with itself on the other kernels and page sizes that are written; what has
 * nothing to be compared with is compared with an empty command line.
 */
final class CompareCommand implements BootCommand {

    private static final int MOST = 8;

    @Override
    public String name() {
        return "pcitopo.compare";
    }

    @Override
    public String title() {
        return "compare";
    }

    /** Something to compare with, and what to call it. */
    private record Side(String name, Simulation simulation) {
    }

    @Override
    public Answer answer(Snapshot snapshot, List<BootView> cells, Runnable checkpoint) {
        BootView here = cells.get(0);
        BootNames names = new BootNames(snapshot.outcomes().boots());
        String own = names.of(List.of(here));
        List<Side> sides = sides(snapshot, cells, names);
        Markdown text = new Markdown().paragraph("## " + Markdown.plain(own));
        text.paragraph(Markdown.plain(BootSummary.of(here).words()) + ", Linux " + here.id().kernel() + ", pages of "
                + Literals.sizeText(here.pageSize()));
        List<String> summaries = new ArrayList<>();
        Map<Comparison, List<String>> same = new LinkedHashMap<>();
        for (Side side : sides.subList(0, Math.min(MOST, sides.size()))) {
            checkpoint.run();
            same.computeIfAbsent(Comparison.between(side.simulation(), here.simulation()), change -> new ArrayList<>()).add(side.name());
        }
        same.forEach((change, others) -> {
            String than = String.join(", ", others);
            text.paragraph("### compared with " + Markdown.plain(than));
            ChangeWords.add(text, change, here);
            summaries.add("compared with " + than + ": " + ChangeWords.summary(change));
        });
        if (sides.size() > MOST) {
            text.paragraph("and " + (sides.size() - MOST) + " more boots, which are left out here");
        }
        return Answer.of("boot " + own + " compared", "Boot " + own + " " + String.join("; ", summaries) + ".", text.toString());
    }

    private static List<Side> sides(Snapshot snapshot, List<BootView> cells, BootNames names) {
        BootView here = cells.get(0);
        List<Side> sides = new ArrayList<>();
        Map<Optional<? extends EObject>, BootView> others = new LinkedHashMap<>();
        for (BootView view : snapshot.outcomes().boots()) {
            boolean other = view.lowered().host() == here.lowered().host() && !cells.contains(view);
            if (other && (!others.containsKey(view.lowered().text()) || isLike(view, here) && !isLike(others.get(view.lowered().text()), here))) {
                others.put(view.lowered().text(), view);
            }
        }
        others.values().forEach(view -> sides.add(new Side(names.of(List.of(view)), view.simulation())));
        cells.subList(1, cells.size()).forEach(view -> sides.add(new Side(names.of(List.of(view)), view.simulation())));
        boolean alone = sides.isEmpty() && !here.simulation().boot().commandLine().isEmpty();
        if (alone) {
            snapshot.variants().withCommandLine(here.simulation(), "").ifPresent(bare -> sides.add(new Side("an empty command line", bare)));
        }
        return sides;
    }

    private static boolean isLike(BootView one, BootView other) {
        return one.pageSize() == other.pageSize() && one.id().kernel().equals(other.id().kernel());
    }
}
