package org.pcitopo.dsl.service;

import java.util.List;
import org.pcitopo.dsl.lowering.Lowered;
import org.pcitopo.dsl.model.PcitopoFile;

/**
 * A text, read and linked.
 *
 * @param file the URI under which it was read
 * @param text the text
 * @param model its model; statements with a syntax error are not in it
 * @param errors of this file, in the order of their places
 * @param lowered its boots, to simulate
 */
public record Document(String file, String text, PcitopoFile model, List<DocumentError> errors, Lowered lowered) {

    public Document {
        errors = List.copyOf(errors);
    }
}
