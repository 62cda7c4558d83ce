package org.pcitopo.dsl.problems.finder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The documentation pages of all problems, which are part of the product. */
public final class ProblemPages {

    /** Where the pages lie on the class path. */
    public static final String FOLDER = "/org/pcitopo/problems/";

    private ProblemPages() {
    }

    /** The page of problem {@code code}, Markdown, in whatever case the code is; empty where there is none. */
    public static Optional<String> page(String code) {
        String name = code.toUpperCase(Locale.ROOT);
        if (!name.matches("PCI\\d{3}")) {
            return Optional.empty();
        }
        try (InputStream stream = ProblemPages.class.getResourceAsStream(FOLDER + name + ".md")) {
            return stream == null ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
