package org.pcitopo.dsl.ide.words;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.pcitopo.dsl.ide.outcome.BootView;
import org.pcitopo.dsl.problems.rule.Quantities;
import org.pcitopo.simulator.advise.Advice;
import org.pcitopo.simulator.advise.AdviceSentences;
import org.pcitopo.simulator.advise.Cost;
import org.pcitopo.simulator.advise.Obstacle;
import org.pcitopo.simulator.advise.Proposal;
import org.pcitopo.simulator.advise.Remedy;
import org.pcitopo.simulator.topology.ResourceKey;

/** What advice says, in words. */
public final class AdviceWords {

    private static final int MOST_NAMED = 8;

    private AdviceWords() {
    }

    /** {@code moves 1 function, enlarges 1 BAR}: in each boot; where boots differ, {@code up to} so many. */
    public static String cost(Proposal proposal) {
        String moved = most(proposal, Cost::moved, "function").map(text -> "moves " + text).orElse("moves nothing");
        return most(proposal, Cost::enlarged, "BAR").map(text -> moved + ", enlarges " + text).orElse(moved);
    }

    private static Optional<String> most(Proposal proposal, ToIntFunction<Cost> part, String what) {
        IntSummaryStatistics numbers = proposal.costs().stream().mapToInt(part).summaryStatistics();
        String limit = numbers.getMin() == numbers.getMax() ? "" : "up to ";
        return numbers.getMax() <= 0 ? Optional.empty() : Optional.of(limit + Quantities.count(numbers.getMax(), what));
    }

    /** What is new on the command line in a few words: {@code pci=resource_alignment=16@00:01.0}. */
    public static String gist(Proposal proposal) {
        String text = proposal.change().replacement().strip();
        return text.isEmpty() ? "nothing instead" : text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }

    /**
     * All that advice for {@code boot} says, Markdown.
     *
     * @param remedies what outside the command line would help where no command line does
     */
    public static String text(Advice advice, List<Remedy> remedies, BootView boot) {
        Markdown text = new Markdown();
        int wanted = advice.question().wanted().size();
        if (advice.nothingToDo()) {
            return text.paragraph("Nothing to do: " + (wanted == 0 ? "there is no memory BAR to map."
                    : "all " + Quantities.count(wanted, "BAR") + " that are wanted can be mapped.")).toString();
        }
        text.paragraph(Quantities.count(advice.unmet().size(), "BAR") + " of " + wanted + " that are wanted cannot be mapped:");
        text.list(advice.unmet().stream().limit(MOST_NAMED).map(key -> Markdown.plain(boot.nameOf(key) + ": " + boot.reason(key))).toList());
        if (advice.unmet().size() > MOST_NAMED) {
            text.paragraph("and " + (advice.unmet().size() - MOST_NAMED) + " more");
        }
        advice.best().ifPresent(best -> proposal(text, "### The command line that costs least", best, boot));
        advice.simpler().ifPresent(simpler -> proposal(text, "### Shorter, at a higher cost", simpler, boot));
        if (advice.best().isEmpty()) {
            text.paragraph("### No command line " + (advice.complete() ? "maps" : "was found that maps") + " all of them without a loss");
            impossible(text, advice, remedies, boot);
        }
        advice.closest().ifPresent(closest -> proposal(text, "### What loses nothing and maps more than now", closest, boot));
        advice.tradeOff().ifPresent(tradeOff -> proposal(text, "### What maps all of them, and what that loses", tradeOff, boot));
        return text.paragraph(Quantities.count(advice.tried(), "command line") + " simulated; "
                + (advice.complete() ? "there is no better one." : "the time was up before all were, so there may be a better one.")).toString();
    }

    private static void impossible(Markdown text, Advice advice, List<Remedy> remedies, BootView boot) {
        List<Obstacle> obstacles = Obstacle.of(advice);
        if (!obstacles.isEmpty()) {
            text.paragraph("What stands in the way:").list(obstacles.stream().limit(MOST_NAMED)
                    .map(obstacle -> Markdown.plain(AdviceSentences.obstacle(obstacle, boot::nameOf))).toList());
        }
        String before = boot.simulation().boot().commandLine();
        text.paragraph("What would help:").list(remedies.isEmpty() ? List.of(AdviceSentences.unproved(obstacles))
                : remedies.stream().map(remedy -> Markdown.plain(AdviceSentences.remedy(remedy, before))).toList());
    }

    private static void proposal(Markdown text, String head, Proposal proposal, BootView boot) {
        text.paragraph(head).block(proposal.commandLine().isEmpty() ? "(empty)" : proposal.commandLine());
        List<String> lines = new ArrayList<>(List.of(cost(proposal)));
        if (!proposal.stillUnmet().isEmpty()) {
            lines.add("still not mapped: " + names(boot, proposal.stillUnmet()));
        }
        if (!proposal.lost().isEmpty()) {
            lines.add("**loses** " + names(boot, proposal.lost()));
        }
        text.list(lines);
        ChangeWords.add(text, proposal.effects().get(0), boot);
    }

    private static String names(BootView boot, List<ResourceKey> keys) {
        return Markdown.plain(Quantities.list(keys.stream().map(boot::nameOf).toList(), MOST_NAMED));
    }

    /** In one sentence, without markup. */
    public static String summary(Advice advice) {
        if (advice.nothingToDo()) {
            return "Everything that is wanted can be mapped.";
        }
        return advice.best().map(best -> "This maps all that is wanted: " + gist(best) + " (" + cost(best) + ").")
                .orElse("No command line " + (advice.complete() ? "maps" : "was found that maps") + " all that is wanted without a loss.");
    }
}
