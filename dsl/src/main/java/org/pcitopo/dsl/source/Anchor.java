package org.pcitopo.dsl.source;

import java.util.Optional;
import org.pcitopo.dsl.model.Element;

/**
 * A place told by the element that it lies in: it stays right when the text before the element changes.
 *
 * @param element the element, empty for a place outside of all elements of a file
 * @param place counted from where the element begins; the place itself where there is no element
 */
public record Anchor(Optional<Element> element, TextRegion place) {

    /** Where the place is now. */
    public TextRegion region() {
        return element.map(found -> new TextRegion(place.file(), place.offset() + Regions.of(found).offset(), place.length()))
                .orElse(place);
    }
}
