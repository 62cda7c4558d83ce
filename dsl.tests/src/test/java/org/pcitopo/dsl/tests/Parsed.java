package org.pcitopo.dsl.tests;

import java.util.List;
import org.pcitopo.dsl.lowering.LoweredBoot;
import org.pcitopo.dsl.service.Document;
import org.pcitopo.dsl.service.DocumentError;
import org.pcitopo.dsl.service.PcitopoLanguage;

/** Texts read for tests, with one language set up for all of them. */
public final class Parsed {

    private static final PcitopoLanguage LANGUAGE = PcitopoLanguage.create();

    private Parsed() {
    }

    /** The language. */
    public static PcitopoLanguage language() {
        return LANGUAGE;
    }

    /** Reads {@code text}, whatever is wrong with it. */
    public static Document document(String text) {
        return LANGUAGE.read(text);
    }

    /** Reads {@code text}, which has to be free of errors. */
    public static Document valid(String text) {
        Document document = document(text);
        if (!document.errors().isEmpty() || !document.lowered().problems().isEmpty()) {
            throw new AssertionError(errors(document) + " " + document.lowered().problems());
        }
        return document;
    }

    /** The only boot of {@code text}. */
    public static LoweredBoot boot(String text) {
        List<LoweredBoot> boots = valid(text).lowered().boots();
        if (boots.size() != 1) {
            throw new AssertionError("boots: " + boots.size());
        }
        return boots.get(0);
    }

    /** The errors of {@code document}, each as {@code line:column 'text' message}. */
    public static List<String> errors(Document document) {
        return document.errors().stream().map(error -> show(document.text(), error)).toList();
    }

    /** As {@link #errors(Document)}. */
    public static List<String> errors(String text) {
        return errors(document(text));
    }

    private static String show(String text, DocumentError error) {
        int offset = error.region().offset();
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = offset - before.lastIndexOf('\n');
        return line + ":" + column + " '" + text.substring(offset, error.region().end()) + "' " + error.message();
    }
}
