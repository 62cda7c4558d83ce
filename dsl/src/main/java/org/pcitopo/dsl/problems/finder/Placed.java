package org.pcitopo.dsl.problems.finder;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.pcitopo.dsl.problems.Finding;
import org.pcitopo.dsl.problems.Fix;
import org.pcitopo.dsl.problems.Related;
import org.pcitopo.dsl.problems.TextEdit;
import org.pcitopo.dsl.problems.expectation.ExpectationResult;
import org.pcitopo.dsl.source.Anchor;
import org.pcitopo.dsl.source.Anchors;
import org.pcitopo.dsl.source.TextRegion;

/**
 * Something found, with its places told by the elements that they lie in.
 *
 * @param found as it was found
 * @param anchors its places, in a fixed order
 */
record Placed<T>(T found, List<Anchor> anchors) {

    static Placed<Finding> of(Finding finding, Anchors anchors) {
        Stream<TextRegion> regions = Stream.of(Stream.of(finding.region()), finding.related().stream().map(Related::region),
                finding.fixes().stream().flatMap(fix -> fix.edits().stream()).map(TextEdit::region)).flatMap(some -> some);
        return new Placed<>(finding, regions.map(anchors::of).toList());
    }

    static Placed<ExpectationResult> of(ExpectationResult result, Anchors anchors) {
        return new Placed<>(result, List.of(anchors.of(result.region())));
    }

    /** A finding where its places are now. */
    static Finding now(Placed<Finding> placed) {
        Iterator<TextRegion> regions = placed.anchors().stream().map(Anchor::region).iterator();
        Finding found = placed.found();
        return new Finding(found.kind(), found.severity(), regions.next(), found.message(),
                found.related().stream().map(related -> new Related(regions.next(), related.message())).toList(), found.help(),
                found.fixes().stream().map(fix -> new Fix(fix.title(), fix.edits().stream()
                        .map(edit -> new TextEdit(regions.next(), edit.replacement())).toList())).toList(),
                found.function(), found.bar(), found.boot());
    }

    /** What became of an expectation, where it is now. */
    static ExpectationResult expectationNow(Placed<ExpectationResult> placed) {
        ExpectationResult found = placed.found();
        return new ExpectationResult(found.text(), found.boot(), placed.anchors().get(0).region(), found.evaluation(), found.message());
    }
}
