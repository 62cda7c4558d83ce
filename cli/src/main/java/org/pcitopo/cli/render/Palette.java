package org.pcitopo.cli.render;

import java.util.Optional;
import org.pcitopo.cli.io.Io;
import org.pcitopo.cli.report.Severity;

/** Colours for a terminal, or none. */
public final class Palette {

    /** For pipes and files. */
    public static final Palette PLAIN = new Palette(false);

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String CYAN = "\u001b[1;36m";

    private final boolean coloured;

    private Palette(boolean coloured) {
        this.coloured = coloured;
    }

    /** Coloured where a person reads standard output and did not set {@code NO_COLOR}. */
    public static Palette forOutput(Io io) {
        boolean wanted = io.variable("NO_COLOR").isEmpty() && !io.variable("TERM").equals(Optional.of("dumb"));
        return new Palette(io.outIsTerminal() && wanted);
    }

    public String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint(RED, text);
            case WARNING -> paint(YELLOW, text);
            case INFO -> paint(CYAN, text);
        };
    }

    public String bold(String text) {
        return paint(BOLD, text);
    }

    public String dim(String text) {
        return paint(DIM, text);
    }

    public String good(String text) {
        return paint(GREEN, text);
    }

    public String bad(String text) {
        return paint(RED, text);
    }

    public String doubtful(String text) {
        return paint(YELLOW, text);
    }

    /** The rules and arrows around an excerpt. */
    public String frame(String text) {
        return paint(BLUE, text);
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? code + text + RESET : text;
    }
}
