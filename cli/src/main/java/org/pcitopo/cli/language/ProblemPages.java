package org.pcitopo.cli.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The documentation pages of all problems, which are part of the program. */
public final class ProblemPages {

    private static final String FOLDER = "/org/pcitopo/problems/";

    private ProblemPages() {
    }

    /** The page of problem {@code code}, in whatever case; empty where there is no such problem. */
    public static Optional<String> page(String code) {
        String name = code.toUpperCase(Locale.ROOT);
        if (!name.matches("[A-Z]+[0-9]+")) {
            return Optional.empty();
        }
        try (InputStream stream = ProblemPages.class.getResourceAsStream(FOLDER + name + ".md")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
