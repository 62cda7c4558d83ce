package org.pcitopo.dsl.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pcitopo.dsl.model.Element;
import org.pcitopo.dsl.model.PcitopoFile;

/** Finds the elements that places of a file lie in. */
public final class Anchors {

    private final String file;
    private final List<Element> elements;
    private final int[] starts;

    public Anchors(PcitopoFile model) {
        file = model.eResource() == null ? "" : model.eResource().getURI().toString();
        elements = List.copyOf(model.getElements());
        starts = elements.stream().mapToInt(element -> Regions.of(element).offset()).toArray();
    }

    /** {@code region}, told by its element. */
    public Anchor of(TextRegion region) {
        int found = Arrays.binarySearch(starts, region.offset());
        int index = found >= 0 ? found : -found - 2;
        if (index < 0 || !region.file().equals(file)) {
            return new Anchor(Optional.empty(), region);
        }
        return new Anchor(Optional.of(elements.get(index)),
                new TextRegion(file, region.offset() - starts[index], region.length()));
    }
}
