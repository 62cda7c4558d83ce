package org.pcitopo.dsl.ide.hover;

import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.ide.cursor.Found;
import org.pcitopo.dsl.ide.cursor.Subject;
import org.pcitopo.dsl.ide.words.Markdown;
import org.pcitopo.dsl.ide.workspace.Snapshot;
import org.pcitopo.dsl.literals.Literals;
import org.pcitopo.dsl.problems.finder.CheckResult.PlacedExpectation;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/** An expectation: whether it holds in every boot. */
final class ExpectationHover implements HoverParticipant {

    @Override
    public Optional<Markdown> hover(Snapshot snapshot, Found found) {
        if (!(found.subject() instanceof Subject.ExpectationText subject)) {
            return Optional.empty();
        }
        TextRegion region = Regions.of(subject.expectation());
        List<PlacedExpectation> results = snapshot.result().expectations().stream()
                .filter(one -> one.place().offset() == region.offset() && one.place().file().equals(region.file())).toList();
        boolean passed = results.stream().allMatch(one -> one.result().passed());
        return results.isEmpty() ? Optional.empty() : Optional.of(new Markdown()
                .paragraph(passed ? "**expectation**: holds" : "**expectation**: does not hold")
                .list(results.stream().map(one -> Markdown.plain("Linux " + one.result().boot().kernel() + ", pages of "
                        + Literals.sizeText(one.result().boot().pageSize()) + ": "
                        + (one.result().passed() ? "holds" : one.result().message()))).toList()));
    }
}
