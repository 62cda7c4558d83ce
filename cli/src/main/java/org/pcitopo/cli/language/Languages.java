package org.pcitopo.cli.language;

/** Where commands get the language from. */
public final class Languages {

    private Languages() {
    }

    /** The language, with Xtext loaded. */
    public static Language xtext() {
        return new XtextLanguage();
    }
}
