package org.pcitopo.dsl.problems.finder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pcitopo.dsl.lowering.Ingredients;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.DocumentError;
import org.pcitopo.dsl.source.Regions;
import org.pcitopo.dsl.source.TextRegion;

/**
 * The elements of a file that have errors of syntax or names. A boot that builds on one of them is not what its author meant, so
 * nothing is said of it until they are mended: one error, one message.
 */
final class BrokenElements {

    private final Set<Element> broken = new HashSet<>();

    BrokenElements(Document document) {
        List<Element> elements = document.model().getElements();
        for (DocumentError error : document.errors()) {
            if (error.kind() != DocumentError.Kind.IMPORT) {
                elements.stream().filter(element -> holds(Regions.of(element), error.region())).forEach(broken::add);
            }
        }
    }

    private static boolean holds(TextRegion element, TextRegion error) {
        return element.offset() <= error.offset() && error.offset() <= element.end();
    }

    /** Whether {@code boot} builds on a broken element. */
    boolean concern(LoweredBoot boot) {
        return !broken.isEmpty() && Ingredients.of(boot).stream().anyMatch(broken::contains);
    }
}
